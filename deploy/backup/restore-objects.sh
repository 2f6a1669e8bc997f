#!/bin/sh
# Copies the mirrored objects back into the storage, whose buckets the platform has made at its
# start. What is there already and equal is left alone; nothing is removed. Variables as in
# mirror-objects.sh.
set -eu
. "$(dirname "$0")/objects-remote.sh"
backups="${BACKUP_DIR:-/backups}"
for kind in public private; do
  bucket="${S3_BUCKET_PREFIX:-kontak}-$kind"
  case "$kind" in
    public) cache="public, max-age=31536000, immutable" ;;
    *) cache="private, max-age=300" ;;
  esac
  rclone copy "$backups/objects/$kind" "storage:$bucket" --metadata --checksum --fast-list \
    --transfers 8 --header-upload "Cache-Control: $cache" --log-level NOTICE
done
echo "objects restored"
