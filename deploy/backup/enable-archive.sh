#!/bin/sh
# Switches WAL archiving on; takes effect with the next start of PostgreSQL, and stays.
# Connects as libpq does (PGHOST, PGPORT, PGUSER); the password may be in PGPASSWORD_FILE.
# BACKUP_SCRIPTS: where the server finds these scripts (default /backup).
# BACKUP_DIR: where the server finds the backups (default /backups).
set -eu
if [ -n "${PGPASSWORD_FILE:-}" ]; then
  PGPASSWORD=$(cat "$PGPASSWORD_FILE")
  export PGPASSWORD
fi
psql --no-password --no-psqlrc --quiet --set=ON_ERROR_STOP=1 --dbname="${PGDATABASE:-postgres}" \
  --set=command="BACKUP_DIR=\"${BACKUP_DIR:-/backups}\" sh \"${BACKUP_SCRIPTS:-/backup}/archive-wal.sh\" \"%p\" \"%f\"" <<'SQL'
alter system set archive_mode = 'on';
alter system set archive_command = :'command';
-- A minute of work is the most that can be lost with the machine.
alter system set archive_timeout = '60s';
SQL
echo "archiving is configured; restart PostgreSQL for it to begin"
