#!/bin/sh
# Start command of the read replica: copies the primary when the data folder is new, then follows it.
set -eu
if [ ! -s "$PGDATA/PG_VERSION" ]; then
  mkdir -p "$PGDATA"
  chown -R postgres:postgres "$(dirname "$PGDATA")"
  chmod 700 "$PGDATA"
  PGPASSWORD="$(cat /run/secrets/replication_password)"
  export PGPASSWORD
  until gosu postgres pg_basebackup --host="$PRIMARY_HOST" --username=replicator --no-password \
    --pgdata="$PGDATA" --write-recovery-conf --wal-method=stream \
    --create-slot --slot="${REPLICATION_SLOT:-replica_1}" --checkpoint=fast; do
    echo "the primary does not answer yet, or the slot of an earlier try is still there"
    gosu postgres psql --no-password --no-psqlrc --quiet \
      "host=$PRIMARY_HOST user=replicator dbname=replication replication=true" \
      --command="DROP_REPLICATION_SLOT ${REPLICATION_SLOT:-replica_1}" || true
    find "$PGDATA" -mindepth 1 -delete
    sleep 2
  done
  unset PGPASSWORD
fi
exec docker-entrypoint.sh postgres -c hot_standby=on -c hot_standby_feedback=on "$@"
