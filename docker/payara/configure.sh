#!/bin/sh
# Writes the two command files that Payara Micro reads at start, preboot and postboot, into the folder given. The pool's
# values are written out, because Payara expands no environment variable there. Used by ./mvnw -Prun and tests.
set -eu
dir=$1
: "${CRM_DB_URL:?give the JDBC URL, such as jdbc:postgresql://localhost:5432/crm}"
: "${CRM_DB_USER:?give the database user}"
: "${CRM_DB_PASSWORD?give the password of the database user}"
case "$CRM_DB_URL$CRM_DB_USER$CRM_DB_PASSWORD" in
*\"*)
    echo 'CRM_DB_URL, CRM_DB_USER and CRM_DB_PASSWORD may not hold a double quote: Payara cannot read it' >&2
    exit 2
    ;;
esac
case ${CRM_LOG_FORMAT:-json} in
text) formatter=com.sun.enterprise.server.logging.ODLLogFormatter ;;
*) formatter=fish.payara.enterprise.server.logging.JSONLogFormatter ;;
esac
umask 077
mkdir -p "$dir"

# HTTP/2 without TLS, which some clients try by themselves: with the defaults a body of 1 MiB stalls, one header beyond 4 KiB
# spoils the connection, and a used connection is closed under a call that takes longer than 30 s. So connections may be silent
# for longer than the longest call takes. Headers may be 32 KiB, because tokens of people with many groups are long. What is left
# of a refused body is read up to 2 MiB, so that the client sees the answer; then the connection is closed. Answers are
# compressed by the application, files by the server.
http=configs.config.server-config.network-config.protocols.protocol.http-listener.http
cat >"$dir/preboot" <<EOF
set configs.config.server-config.network-config.network-listeners.network-listener.http-listener.address=${CRM_HTTP_ADDRESS:-0.0.0.0}
set $http.timeout-seconds=300
set $http.trace-enabled=true
set $http.xpowered-by=false
set $http.http2-initial-window-size-in-bytes=2097152
set $http.http2-max-header-list-size-in-bytes=32768
set $http.header-buffer-length-bytes=32768
set $http.max-swallowing-input-bytes=2097152
set $http.compression=on
set $http.compressable-mime-type=text/html,text/css,text/javascript,application/yaml
set configs.config.server-config.transaction-service.timeout-in-seconds=240
EOF

# The log goes to standard output. A bad token is no news, nor is a client that does not wait for its answer: each would be told with a
# trace of 50 lines and more; what fails in the application itself is told by it. What boot commands say holds
# their values, and one of them is the password.
cat >"$dir/logging.properties" <<EOF
handlers=java.util.logging.ConsoleHandler
java.util.logging.ConsoleHandler.formatter=$formatter
java.util.logging.ConsoleHandler.level=FINE
.level=INFO
fish.payara.microprofile.jwtauth.level=WARNING
fish.payara.boot.runtime.level=WARNING
fish.payara.nucleus.util.level=WARNING
org.glassfish.jersey.server.ServerRuntime\$Responder.level=OFF
javax.enterprise.system.tools.deployment.dol.level=WARNING
javax.enterprise.system.tools.deployment.common.level=WARNING
org.hibernate.validator.internal.util.Version.level=WARNING
org.glassfish.admin.mbeanserver.level=WARNING
com.hazelcast.level=WARNING
EOF

# Each connection is tried before use and the pool emptied when it fails, so that a restart of the database heals by itself.
pool=resources.jdbc-connection-pool.crm-pool
cat >"$dir/postboot" <<EOF
create-jdbc-connection-pool --restype javax.sql.DataSource --datasourceclassname org.postgresql.ds.PGSimpleDataSource --steadypoolsize ${CRM_DB_POOL_MIN:-4} --maxpoolsize ${CRM_DB_POOL_MAX:-32} --maxwait ${CRM_DB_POOL_WAIT:-3000} --isconnectvalidatereq true --validationmethod custom-validation --validationclassname org.glassfish.api.jdbc.validation.JDBC40ConnectionValidation --failconnection true --property url=unset:user=unset:password=unset:stringType=unspecified:applicationName=crm-agent-api:connectTimeout=5:socketTimeout=300 crm-pool
set "$pool.property.url=$CRM_DB_URL"
set "$pool.property.user=$CRM_DB_USER"
set "$pool.property.password=$CRM_DB_PASSWORD"
create-jdbc-resource --connectionpoolid crm-pool jdbc/crm
EOF
