#!/bin/sh
# Mirrors the object storage into the backups. What has been removed or replaced since the last run
# goes to objects-removed/<day> and stays there for OBJECTS_KEEP_DAYS (default 30).
# S3_ENDPOINT, S3_BUCKET_PREFIX (default kontak), S3_REGION; keys in S3_ACCESS_KEY and S3_SECRET_KEY
# or in the files that S3_ACCESS_KEY_FILE and S3_SECRET_KEY_FILE name.
# BACKUP_DIR: where backups live (default /backups).
set -eu
. "$(dirname "$0")/objects-remote.sh"
backups="${BACKUP_DIR:-/backups}"
today=$(date -u +%Y%m%d)
for kind in public private; do
  bucket="${S3_BUCKET_PREFIX:-kontak}-$kind"
  mkdir -p "$backups/objects/$kind"
  # Content types and cache headers go along as extended attributes of the files.
  rclone sync "storage:$bucket" "$backups/objects/$kind" \
    --backup-dir "$backups/objects-removed/$today/$kind" \
    --metadata --checksum --fast-list --transfers 8 --stats-one-line --stats 60s --log-level NOTICE
done
if [ -d "$backups/objects-removed" ]; then
  oldest=$(date -u -d "@$(($(date +%s) - ${OBJECTS_KEEP_DAYS:-30} * 86400))" +%Y%m%d)
  for day in "$backups/objects-removed"/*; do
    if [ -d "$day" ] && [ "$(basename "$day")" -lt "$oldest" ]; then rm -rf "$day"; fi
  done
fi
echo "objects mirrored: $(find "$backups/objects" -type f | wc -l)"
