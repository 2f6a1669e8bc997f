#!/bin/sh
# Lays a backup out as a data folder that PostgreSQL recovers by itself when it is started.
#   sh restore.sh <empty data folder> [--time '2026-11-23 09:30:00+03'] [--backup 20261123T000000Z]
# Without --time everything that was archived is replayed; with it, what was committed until then.
# Run it as the account that PostgreSQL runs under. BACKUP_DIR: where backups live (/backups).
set -eu
here=$(cd "$(dirname "$0")" && pwd)
backups="${BACKUP_DIR:-/backups}"
target=${1:?"restore: which folder?"}
shift
moment=""
backup=""
while [ $# -gt 0 ]; do
  case "$1" in
    --time) moment=${2:?"restore: --time needs a moment"}; shift 2 ;;
    --backup) backup=${2:?"restore: --backup needs a name"}; shift 2 ;;
    *) echo "restore: unknown argument $1" >&2; exit 2 ;;
  esac
done
if [ -d "$target" ] && [ -n "$(ls -A "$target")" ]; then
  echo "restore: $target is not empty; move it away first" >&2
  exit 1
fi

if [ -z "$backup" ]; then
  # The newest backup that was finished by the moment wanted.
  wanted=$(date -u -d "${moment:-now}" +%s)
  for name in $(ls -1 "$backups/base" | sort); do
    finished=$(date -u -d "$(cat "$backups/base/$name/finished-at")" +%s)
    [ "$finished" -le "$wanted" ] && backup=$name
  done
fi
if [ -z "$backup" ] || [ ! -d "$backups/base/$backup" ]; then
  echo "restore: there is no backup from before that moment in $backups/base" >&2
  exit 1
fi
(cd "$backups/base/$backup" && sha256sum --quiet --check sha256sums)
mkdir -p "$target"
chmod 700 "$target"
tar -C "$target" -xzf "$backups/base/$backup/data.tar.gz"
cat >> "$target/postgresql.auto.conf" <<CONF
# Written by restore.sh for the recovery; PostgreSQL ignores it afterwards.
restore_command = 'BACKUP_DIR="$backups" sh "$here/restore-wal.sh" "%f" "%p"'
recovery_target_timeline = 'latest'
recovery_target_action = 'promote'
CONF
if [ -n "$moment" ]; then
  printf "recovery_target_time = '%s'\n" "$moment" >> "$target/postgresql.auto.conf"
fi
touch "$target/recovery.signal"
echo "backup $backup is in $target: start PostgreSQL on it${moment:+, it recovers until $moment}"
