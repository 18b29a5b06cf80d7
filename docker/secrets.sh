#!/bin/sh
# Makes the secrets of one installation in docker/.env, once. Run it before the first `docker compose up`.
set -eu
cd "$(dirname "$0")"
[ -f .env ] && { echo "docker/.env is there already."; exit 0; }
random() { head -c 36 /dev/urandom | base64 | tr '+/' '-_'; }
umask 077
cat > .env <<END
TTN_SECRET=$(random)
POSTGRES_PASSWORD=$(random)
VALKEY_PASSWORD=$(random)
PUBLIC_URL=${PUBLIC_URL:-http://localhost:8080}
END
echo "docker/.env is made; keep it."
