#!/bin/sh
# PostgreSQL's archive_command: keeps one finished WAL file. PostgreSQL deletes its own copy only
# after this has ended with 0, and calls again with the same file when it has not.
#   archive_command = 'sh /backup/archive-wal.sh %p %f'
# BACKUP_DIR: where backups live (default /backups).
set -eu
path=$1
name=$2
wal="${BACKUP_DIR:-/backups}/wal"
target="$wal/$name.gz"
mkdir -p "$wal"
if [ -e "$target" ]; then
  # After a crash PostgreSQL may offer a file again; a different one of that name is an accident.
  gzip -dc "$target" | cmp -s - "$path" && exit 0
  echo "archive-wal: $name is in the archive already, with another content" >&2
  exit 1
fi
gzip -1 -c "$path" > "$target.part"
sync "$target.part"
mv "$target.part" "$target"
sync "$wal"
