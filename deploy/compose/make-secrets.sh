#!/bin/sh
# Makes the secrets of an installation at random, once: sh deploy/compose/make-secrets.sh [folder]
# What exists stays as it is. Only the owner may enter the folder; containers get single files.
set -eu
folder="${1:-deploy/secrets}"
mkdir -p "$folder"
chmod 700 "$folder"

random() { od -An -N32 -tx1 /dev/urandom | tr -d ' \n'; }
keep() { # name value
  if [ ! -s "$folder/$1" ]; then
    printf '%s' "$2" > "$folder/$1"
    chmod 444 "$folder/$1"
    echo "made $folder/$1"
  fi
}
value() { cat "$folder/$1"; }

for name in postgres_password replication_password redis_password rabbitmq_password meili_key \
  s3_secret_key oto_secret nextauth_secret grafana_password; do
  keep "$name" "$(random)"
done
keep s3_access_key "kontak$(random | cut -c1-14)"
keep superadmin_password "$(random | cut -c1-24)"
keep alert_webhook_url "http://localhost:9/"
# Of providers that one has a contract with; a line end alone is as good as none.
for name in smtp_url netgsm_password iletimerkezi_key iletimerkezi_hash \
  vapid_public_key vapid_private_key; do
  keep "$name" "
"
done
keep database_url "postgresql://kontak:$(value postgres_password)@postgres:5432/kontak"
keep database_replica_url "postgresql://kontak:$(value postgres_password)@postgres-replica:5432/kontak"
keep redis_url "redis://:$(value redis_password)@redis:6379/0"
keep rabbitmq_url "amqp://kontak:$(value rabbitmq_password)@rabbitmq:5672"
