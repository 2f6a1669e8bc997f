#!/bin/sh
# Takes a base backup, proves it, and throws away what is older than BACKUP_KEEP backups.
# Connects as libpq does (PGHOST, PGPORT, PGUSER); the password may be in PGPASSWORD_FILE.
# BACKUP_DIR: where backups live (default /backups). BACKUP_KEEP: how many to keep (default 7).
set -eu
backups="${BACKUP_DIR:-/backups}"
keep="${BACKUP_KEEP:-7}"
if [ -n "${PGPASSWORD_FILE:-}" ]; then
  PGPASSWORD=$(cat "$PGPASSWORD_FILE")
  export PGPASSWORD
fi
stamp=$(date -u +%Y%m%dT%H%M%SZ)
part="$backups/base/.part-$stamp"
umask 077
mkdir -p "$backups/base" "$backups/wal"
trap 'rm -rf "$part"' EXIT INT TERM

pg_basebackup --no-password --pgdata="$part/data" --format=plain --wal-method=stream \
  --checkpoint=fast --manifest-checksums=SHA256
pg_verifybackup --quiet "$part/data"
# The first WAL file that this backup needs: older ones go once no older backup is left.
sed -n 's/^START WAL LOCATION: .*(file \([0-9A-F]*\))$/\1/p' "$part/data/backup_label" > "$part/first-wal"
[ -s "$part/first-wal" ] || { echo "base-backup: the backup names no WAL file" >&2; exit 1; }
date -u '+%Y-%m-%d %H:%M:%S+00' > "$part/finished-at"
tar -C "$part/data" -czf "$part/data.tar.gz" .
rm -rf "$part/data"
(cd "$part" && sha256sum data.tar.gz first-wal finished-at > sha256sums)
sync
[ ! -e "$backups/base/$stamp" ] || { echo "base-backup: $stamp exists already" >&2; exit 1; }
mv "$part" "$backups/base/$stamp"

ls -1 "$backups/base" | sort -r | tail -n "+$((keep + 1))" | while read -r old; do
  rm -rf "${backups:?}/base/$old"
done
oldest=$(ls -1 "$backups/base" | sort | head -n 1)
pg_archivecleanup -x .gz "$backups/wal" "$(cat "$backups/base/$oldest/first-wal")"
echo "base backup $stamp, $(ls -1 "$backups/base" | wc -l) kept, WAL since $(cat "$backups/base/$oldest/first-wal")"
