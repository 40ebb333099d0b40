#!/usr/bin/env bash
# Starts Keycloak with its secrets from files. Without the last three it drops long scope texts in silence.
set -euo pipefail
KC_DB_PASSWORD="$(cat /run/secrets/database-identity)"
KC_BOOTSTRAP_ADMIN_CLIENT_SECRET="$(cat /run/secrets/identity-admin)"
export KC_DB_PASSWORD KC_BOOTSTRAP_ADMIN_CLIENT_SECRET
login=--spi-login-protocol--openid-connect--
exec /opt/keycloak/bin/kc.sh start --optimized \
    "${login}req-params-default-max-size=16000" \
    "${login}add-req-params-max-number=20" \
    "${login}add-req-params-fail-fast=true"
