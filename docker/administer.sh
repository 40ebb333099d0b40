#!/usr/bin/env bash
# What an administrator does: administer.sh BASE provision|app|receipt-key|master-key ARGUMENTS
set -euo pipefail
base="$1" command="${2:-provision}"
shift 2
java="java -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp classes:lib/*"
secret="$(mktemp)"
trap 'rm -f "$secret"' EXIT
case "$command" in
    provision) set -- health.strand.provision.ProvisionCommand "$@" --fhir-base "$base" ;;
    app) set -- health.strand.provision.AppCommand "$@" ;;
    receipt-key) exec $java health.strand.receipts.ReceiptKeyCommand /keys/receipt-keys.json ;;
    master-key) exec $java health.strand.vault.MasterKeyCommand /master-keys/master-keys.json ;;
    *)
        echo "administer: provision, app, receipt-key or master-key, and not $command" >&2
        exit 2
        ;;
esac
cat /run/secrets/identity-admin >"$secret"
$java "$@" --server http://127.0.0.1:8080 --admin-client strand-admin --admin-secret-file "$secret" --realm strand
