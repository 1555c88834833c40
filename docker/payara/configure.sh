#!/bin/sh
# Writes the two command files that Payara Micro reads at start, preboot and postboot, into the folder given. The pool's
# values are written out, because Payara expands no environment variable there. Used by the image, ./mvnw -Prun and tests.
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
umask 077
mkdir -p "$dir"

cat >"$dir/preboot" <<EOF
set configs.config.server-config.network-config.network-listeners.network-listener.http-listener.address=${CRM_HTTP_ADDRESS:-0.0.0.0}
set configs.config.server-config.network-config.protocols.protocol.http-listener.http.xpowered-by=false
set configs.config.server-config.transaction-service.timeout-in-seconds=240
EOF

# Each connection is tried before use and the pool emptied when it fails, so that a restart of the database heals by itself.
pool=resources.jdbc-connection-pool.crm-pool
cat >"$dir/postboot" <<EOF
set-log-levels fish.payara.microprofile.jwtauth=WARNING
create-jdbc-connection-pool --restype javax.sql.DataSource --datasourceclassname org.postgresql.ds.PGSimpleDataSource --steadypoolsize ${CRM_DB_POOL_MIN:-4} --maxpoolsize ${CRM_DB_POOL_MAX:-32} --maxwait ${CRM_DB_POOL_WAIT:-3000} --isconnectvalidatereq true --validationmethod custom-validation --validationclassname org.glassfish.api.jdbc.validation.JDBC40ConnectionValidation --failconnection true --property url=unset:user=unset:password=unset:stringType=unspecified:applicationName=crm-agent-api:connectTimeout=5:socketTimeout=300 crm-pool
set "$pool.property.url=$CRM_DB_URL"
set "$pool.property.user=$CRM_DB_USER"
set "$pool.property.password=$CRM_DB_PASSWORD"
create-jdbc-resource --connectionpoolid crm-pool jdbc/crm
EOF
