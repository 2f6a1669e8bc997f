# Read by the scripts for objects: tells rclone where the storage is. Not run by itself.
if [ -n "${S3_ACCESS_KEY_FILE:-}" ]; then S3_ACCESS_KEY=$(cat "$S3_ACCESS_KEY_FILE"); fi
if [ -n "${S3_SECRET_KEY_FILE:-}" ]; then S3_SECRET_KEY=$(cat "$S3_SECRET_KEY_FILE"); fi
export RCLONE_CONFIG=/dev/null
export RCLONE_CONFIG_STORAGE_TYPE=s3
export RCLONE_CONFIG_STORAGE_PROVIDER=Other
export RCLONE_CONFIG_STORAGE_ENDPOINT="${S3_ENDPOINT:?}"
export RCLONE_CONFIG_STORAGE_REGION="${S3_REGION:-us-east-1}"
export RCLONE_CONFIG_STORAGE_ACCESS_KEY_ID="${S3_ACCESS_KEY:?}"
export RCLONE_CONFIG_STORAGE_SECRET_ACCESS_KEY="${S3_SECRET_KEY:?}"
export RCLONE_CONFIG_STORAGE_FORCE_PATH_STYLE=true
# The buckets exist, and this account need not be allowed to ask for their list.
export RCLONE_CONFIG_STORAGE_NO_CHECK_BUCKET=true
