#!/bin/sh
# Runs the WAR on WildFly: CRM_HOME also holds wildfly/.
set -eu
# shellcheck source=docker/common.sh
. "$(dirname "$0")/../common.sh"
sh "$(dirname "$0")/configure.sh" "$home/wildfly"

base=$config/standalone
rm -rf "$base"
mkdir -p "$base/deployments" "$base/configuration"
cp -R "$home/wildfly/standalone/configuration/." "$base/configuration"
cp "$home/postgresql.jar" "$base/deployments/postgresql.jar"
cp "$war" "$base/deployments/crm.war"

# Its log goes to standard output. How it is written stands in two files: WildFly reads the first while it starts.
case $CRM_LOG_FORMAT in
json) formatter=JSON ;;
*) formatter=PATTERN ;;
esac
sed -i -e 's/^logger.handlers=.*/logger.handlers=CONSOLE/' -e "s/^handler.CONSOLE.formatter=.*/handler.CONSOLE.formatter=$formatter/" \
    "$base/configuration/logging.properties"
echo 'formatter.JSON=org.jboss.logmanager.formatters.JsonFormatter' >>"$base/configuration/logging.properties"
sed -i "s/named-formatter name=\"JSON\"/named-formatter name=\"$formatter\"/" "$base/configuration/standalone-crm.xml"

# the script waits for the server and passes signals on
export LAUNCH_JBOSS_IN_BACKGROUND=true
serve "$home/wildfly/bin/standalone.sh" --server-config=standalone-crm.xml -Djboss.server.base.dir="$base" \
    -Djava.io.tmpdir="$config/tmp" \
    -b "${CRM_HTTP_ADDRESS:-0.0.0.0}" -Djboss.http.port="${CRM_HTTP_PORT:-8080}" \
    -bmanagement "${CRM_MANAGEMENT_ADDRESS:-${CRM_HTTP_ADDRESS:-0.0.0.0}}" \
    -Djboss.management.http.port="${CRM_MANAGEMENT_PORT:-9990}"
