# What the entry scripts of all servers begin with: reads what they share, and with the argument `migrate` runs the migration
# job instead of the server. CRM_HOME holds postgresql.jar, crm.war, crm/ (the same WAR, unpacked) and what its server needs.
# All that is written lies below CRM_CONFIG. Sets home, war and config.
# shellcheck shell=sh disable=SC2034 # what it sets is used by those who read it
home=${CRM_HOME:-/opt/crm}
if [ -n "${CRM_DB_PASSWORD_FILE:-}" ]; then
    CRM_DB_PASSWORD=$(cat "$CRM_DB_PASSWORD_FILE")
    export CRM_DB_PASSWORD
fi
: "${CRM_DB_URL:?give the JDBC URL, such as jdbc:postgresql://localhost:5432/crm}"
: "${CRM_DB_USER:?give the database user}"
: "${CRM_DB_PASSWORD?give the password of the database user, or CRM_DB_PASSWORD_FILE}"
export CRM_LOG_FORMAT="${CRM_LOG_FORMAT:-json}"
case $CRM_LOG_FORMAT in
json | text) ;;
*)
    echo "CRM_LOG_FORMAT is json or text, not $CRM_LOG_FORMAT" >&2
    exit 2
    ;;
esac

case "${1:-}" in
'') ;;
migrate)
    # shellcheck disable=SC2086 # JAVA_OPTS is a list
    exec "${JAVA_HOME:+$JAVA_HOME/bin/}java" ${JAVA_OPTS:-} \
        -cp "$home/crm/WEB-INF/classes:$home/crm/WEB-INF/lib/*:$home/postgresql.jar" org.crmagent.start.Migrate
    ;;
*)
    echo "The only argument is migrate, not $1" >&2
    exit 2
    ;;
esac

war=${CRM_WAR:-$home/crm.war}
config=${CRM_CONFIG:-$(mktemp -d)}
# servers unpack archives where Java keeps temporary files
mkdir -p "$config/tmp"
