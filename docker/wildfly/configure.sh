#!/bin/sh
# Makes standalone-crm.xml of an unpacked WildFly's standalone.xml by crm.cli, unless that was done. Used by the image, tests.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
folder=$1/standalone/configuration
made=$folder/standalone-crm.xml
if [ -n "$(find "$made" -newer "$here/crm.cli" 2>/dev/null)" ]; then
    exit 0
fi
script=$(mktemp)
said=$(mktemp)
trap 'rm -f "$script" "$said" "$folder/crm-part.xml"' EXIT
cp "$folder/standalone.xml" "$folder/crm-part.xml"
{
    echo 'embed-server --server-config=crm-part.xml --std-out=discard'
    cat "$here/crm.cli"
    echo 'stop-embedded-server'
} >"$script"
# it says for each line that it went well
"$1/bin/jboss-cli.sh" --file="$script" >"$said" || {
    cat "$said" >&2
    exit 1
}
mv "$folder/crm-part.xml" "$made"
