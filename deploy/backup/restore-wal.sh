#!/bin/sh
# PostgreSQL's restore_command: fetches one WAL file from the archive; set by restore.sh.
#   restore_command = 'sh /backup/restore-wal.sh %f %p'
set -eu
name=$1
path=$2
archived="${BACKUP_DIR:-/backups}/wal/$name.gz"
[ -e "$archived" ] || exit 1
gzip -dc "$archived" > "$path.part"
mv "$path.part" "$path"
