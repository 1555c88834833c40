#!/bin/sh
# The PostgreSQL image runs this once, on an empty volume.
set -eu
psql -X -v ON_ERROR_STOP=1 -U "$POSTGRES_USER" \
    -v owner_password="$(cat /run/secrets/owner-password)" -v node_password="$(cat /run/secrets/node-password)" \
    -f /opt/crm/roles.sql postgres
