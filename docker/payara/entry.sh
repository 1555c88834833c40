#!/bin/sh
# Runs the WAR on Payara Micro: CRM_HOME also holds payara-micro.jar.
set -eu
# shellcheck source=docker/common.sh
. "$(dirname "$0")/../common.sh"
sh "$(dirname "$0")/configure.sh" "$config"
# shellcheck disable=SC2086 # JAVA_OPTS is a list
serve "${JAVA_HOME:+$JAVA_HOME/bin/}java" ${JAVA_OPTS:-} -Djava.io.tmpdir="$config/tmp" -jar "$home/payara-micro.jar" \
    --nohazelcast --disablephonehome --logproperties "$config/logging.properties" \
    --prebootcommandfile "$config/preboot" --postbootcommandfile "$config/postboot" \
    --addlibs "$home/postgresql.jar" --port "${CRM_HTTP_PORT:-8080}" --deploy "$war"
