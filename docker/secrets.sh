#!/usr/bin/env bash
# Makes the secrets that are not there yet, one random text a file. On this machine the folder keeps others away from them; in
# the containers each is read by an account of its own, so the files themselves are readable.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
umask 022
install -d -m 700 secrets
for name in database-superuser database-owner database-request database-identity identity-admin; do
    if [ -e "secrets/$name" ]; then
        echo "kept secrets/$name"
    else
        head -c 32 /dev/urandom | base64 | tr -d '=+/\n' >"secrets/$name"
        echo "made secrets/$name"
    fi
done
for name in tls-certificate.pem tls-key.pem; do
    [ -e "secrets/$name" ] || echo "missing: put the certificate's chain or key into docker/secrets/$name"
done
