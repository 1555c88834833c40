#!/bin/sh
# Runs the WAR on Payara Micro: CRM_HOME also holds payara-micro.jar.
set -eu
# shellcheck source=docker/common.sh
. "$(dirname "$0")/../common.sh"
sh "$(dirname "$0")/configure.sh" "$config"
# the time that the application takes at a stop, and some
case ${CRM_STOP_WAIT_MILLIS:-20000} in
0 | *[!0-9]*) grace=2 ;; # the least that Payara takes; what is no number, the application refuses with a sentence
*) grace=$((${CRM_STOP_WAIT_MILLIS:-20000} + 6000)) ;;
esac
# shellcheck disable=SC2086 # JAVA_OPTS is a list
exec "${JAVA_HOME:+$JAVA_HOME/bin/}java" ${JAVA_OPTS:-} -Djava.io.tmpdir="$config/tmp" -jar "$home/payara-micro.jar" \
    --nohazelcast --disablephonehome --logproperties "$config/logging.properties" --shutdowngrace "$grace" \
    --prebootcommandfile "$config/preboot" --postbootcommandfile "$config/postboot" \
    --addlibs "$home/postgresql.jar" --port "${CRM_HTTP_PORT:-8080}" --deploy "$war"
