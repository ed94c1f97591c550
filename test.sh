#!/usr/bin/env bash
# Installs what the tests need, runs all of them, and ends with the line "N passed, N failed".
#   ./test.sh                  everything
#   ./test.sh Unit Cluster     these test projects only
set -uo pipefail
cd "$(dirname "$0")"

projects=("$@")
[ ${#projects[@]} -gt 0 ] || projects=(Unit Conformance Clients Cluster Browser)
results=$(mktemp -d)
trap 'rm -rf "$results"' EXIT

need() { command -v "$1" >/dev/null || { echo "$1 is needed to run the tests: $2" >&2; exit 2; }; }
need dotnet ".NET SDK 10"
need node "Node.js 20 or newer"

# The browser tests drive a Chromium that is installed already, or Debian's.
if [[ " ${projects[*]} " == *" Browser "* ]] && ! command -v chromium >/dev/null; then
  if command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; then
    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium fonts-liberation >/dev/null || exit 2
  else
    echo "chromium is needed to run the browser tests" >&2
    exit 2
  fi
fi

dotnet tool restore >/dev/null || exit 2
dotnet build OpenIM.SignalR.sln -c Release --nologo -v minimal || exit 1

passed=0 failed=0 broken=0
for project in "${projects[@]}"; do
  echo "== $project"
  dotnet test --project "tests/$project" -c Release --no-build --no-progress 2>&1 | tee "$results/$project"
  [ "${PIPESTATUS[0]}" = 0 ] || broken=1
  [ "$project" != Conformance ] || cat tests/Conformance/bin/Release/net10.0/upstream-times.txt
  passed=$((passed + $(awk '$1 == "succeeded:" { sum += $2 } END { print sum + 0 }' "$results/$project")))
  failed=$((failed + $(awk '$1 == "failed:" { sum += $2 } END { print sum + 0 }' "$results/$project")))
done

# A test process that died without a count is a failure too.
[ "$broken" = 0 ] || [ "$failed" -gt 0 ] || failed=1
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
