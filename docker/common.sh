# What the entry scripts of all servers begin with: reads what they share, and with the argument `migrate` runs the migration
# job instead of the server. CRM_HOME holds postgresql.jar, crm.war, crm/ (the same WAR, unpacked) and what its server needs.
# All that is written lies below CRM_CONFIG. Sets home, war and config, and has serve, which runs the server.
# shellcheck shell=sh disable=SC2034 # what it sets is used by those who read it

# a container's first process hears of no signal that it has not asked for
trap 'exit 143' TERM INT
home=${CRM_HOME:-/opt/crm}

# Ends with one sentence about a variable that can't be meant.
wrong() {
    echo "$1 is \"$2\": it must be $3." >&2
    exit 2
}

# A variable that is given is a whole number within bounds.
whole() {
    given=
    eval "given=\${$1:-$2}"
    case $given in
    *[!0-9]* | ????????*) ;;
    *) [ "$given" -lt "$2" ] || [ "$given" -gt "$3" ] || return 0 ;;
    esac
    wrong "$1" "$given" "a whole number from $2 to $3"
}

if [ -n "${CRM_DB_PASSWORD_FILE:-}" ]; then
    [ -r "$CRM_DB_PASSWORD_FILE" ] || wrong CRM_DB_PASSWORD_FILE "$CRM_DB_PASSWORD_FILE" 'a file that can be read'
    CRM_DB_PASSWORD=$(cat "$CRM_DB_PASSWORD_FILE")
    export CRM_DB_PASSWORD
fi
: "${CRM_DB_URL:?give the JDBC URL, such as jdbc:postgresql://localhost:5432/crm}"
: "${CRM_DB_USER:?give the database user}"
: "${CRM_DB_PASSWORD?give the password of the database user, or CRM_DB_PASSWORD_FILE}"
case $CRM_DB_URL in
jdbc:postgresql:*) ;;
# what follows may hold a password
*) wrong CRM_DB_URL "${CRM_DB_URL%%:*}:…" 'a JDBC URL such as jdbc:postgresql://localhost:5432/crm' ;;
esac
# shellcheck disable=SC2016 # two characters
case "$CRM_DB_URL$CRM_DB_USER$CRM_DB_PASSWORD" in
*'${'*)
    echo 'CRM_DB_URL, CRM_DB_USER and CRM_DB_PASSWORD may not hold ${: servers would put something else in its place.' >&2
    exit 2
    ;;
esac
# servers want one even where the database does not
export CRM_DB_PASSWORD="${CRM_DB_PASSWORD:-none}"
whole CRM_DB_POOL_MIN 0 1000
whole CRM_DB_POOL_MAX 1 1000
[ "${CRM_DB_POOL_MIN:-4}" -le "${CRM_DB_POOL_MAX:-32}" ] ||
    wrong CRM_DB_POOL_MIN "${CRM_DB_POOL_MIN:-4}" "at most CRM_DB_POOL_MAX, which is \"${CRM_DB_POOL_MAX:-32}\""
whole CRM_DB_POOL_WAIT 1 240000
whole CRM_HTTP_PORT 1 65535
whole CRM_MANAGEMENT_PORT 1 65535
export CRM_LOG_FORMAT="${CRM_LOG_FORMAT:-json}"
case $CRM_LOG_FORMAT in
json | text) ;;
*) wrong CRM_LOG_FORMAT "$CRM_LOG_FORMAT" 'json or text' ;;
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
# servers unpack archives where Java keeps temporary files; what some write holds the password
(umask 077 && mkdir -p "$config/tmp")
export CRM_STOP_FILE="${CRM_STOP_FILE:-$config/open}"
rm -f "$CRM_STOP_FILE" "$CRM_STOP_FILE.leaving"

# Runs the server given as arguments and ends as it ends. Asked to end, by TERM or INT, it has the application end its calls
# first: once a server hears of it, it may take away what they need.
serve() {
    "$@" &
    server=$!
    trap leave TERM INT
    while true; do
        code=0
        wait "$server" || code=$?
        # a signal breaks the wait off
        kill -0 "$server" 2>/dev/null || exit "$code"
    done
}

# Where the application is up it has made the file, and it removes it when no call is under way. It takes the time of notice,
# then of the calls, then of breaking off those that are left: not much longer is waited.
leave() {
    trap '' TERM INT
    if mv "$CRM_STOP_FILE" "$CRM_STOP_FILE.leaving" 2>/dev/null; then
        looks=$(((${CRM_STOP_NOTICE_MILLIS:-5000} + ${CRM_STOP_WAIT_MILLIS:-20000}) / 200 + 50))
        while [ -e "$CRM_STOP_FILE.leaving" ] && [ "$looks" -gt 0 ] && kill -0 "$server" 2>/dev/null; do
            sleep 0.2
            looks=$((looks - 1))
        done
    fi
    kill -TERM "$server" 2>/dev/null || true
}
