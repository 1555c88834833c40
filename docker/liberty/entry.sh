#!/bin/sh
# Runs the WAR on Open Liberty: CRM_HOME also holds wlp/.
set -eu
# shellcheck source=docker/common.sh
. "$(dirname "$0")/../common.sh"
export CRM_HOME="$home" CRM_WAR="$war"
CRM_KEYSTORE_PASSWORD=$(head -c 24 /dev/urandom | od -An -tx1 | tr -d ' \n')
export CRM_KEYSTORE_PASSWORD

export WLP_USER_DIR="$config/usr"
rm -rf "$WLP_USER_DIR"
mkdir -p "$WLP_USER_DIR/servers/crm"
cp "$(dirname "$0")/server.xml" "$WLP_USER_DIR/servers/crm/"
# its log goes to standard output, one JSON object a line
if [ "$CRM_LOG_FORMAT" = json ]; then
    export WLP_LOGGING_CONSOLE_FORMAT=JSON
else
    export WLP_LOGGING_CONSOLE_FORMAT=SIMPLE
fi
export WLP_LOGGING_CONSOLE_LOGLEVEL=INFO
export JVM_ARGS="${JAVA_OPTS:-} -Djava.io.tmpdir=$config/tmp"
serve "$home/wlp/bin/server" run crm
