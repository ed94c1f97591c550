#!/usr/bin/env bash
# Installs what the tests need, runs all of them, and ends with the line "N passed, N failed".
set -uo pipefail
cd "$(dirname "$0")"
dotnet test OpenIM.SignalR.sln -c Release --nologo 2>&1 | tee /tmp/openim-signalr-test.log
status=${PIPESTATUS[0]}
passed=$(grep -oE 'Passed: +[0-9]+' /tmp/openim-signalr-test.log | grep -oE '[0-9]+' | paste -sd+ | bc)
failed=$(grep -oE 'Failed: +[0-9]+' /tmp/openim-signalr-test.log | grep -oE '[0-9]+' | paste -sd+ | bc)
echo "${passed:-0} passed, ${failed:-0} failed"
exit "$status"
