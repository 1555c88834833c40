#!/bin/sh
# Runs the WAR on Payara Micro: CRM_HOME holds payara-micro.jar, postgresql.jar and, unless CRM_WAR says otherwise, crm.war.
set -eu
home=${CRM_HOME:-/opt/crm}
config=${CRM_CONFIG:-$(mktemp -d)}
sh "$(dirname "$0")/configure.sh" "$config"
# shellcheck disable=SC2086 # JAVA_OPTS is a list
exec "${JAVA_HOME:+$JAVA_HOME/bin/}java" ${JAVA_OPTS:-} -jar "$home/payara-micro.jar" --nohazelcast --disablephonehome \
    --prebootcommandfile "$config/preboot" --postbootcommandfile "$config/postboot" \
    --addlibs "$home/postgresql.jar" --port "${CRM_HTTP_PORT:-8080}" --deploy "${CRM_WAR:-$home/crm.war}"
