#!/usr/bin/env bash
# Measures whole processes as a person waits for them: the launcher, the JVM, the command, the exit.
# Prints the median and the best of 15 runs each. Build first: ./touchstone --version
set -euo pipefail
cd "$(dirname "$0")/.."

runs=${1:-15}
data=$(mktemp -d)
trap 'rm -rf "$data"' EXIT
export TOUCHSTONE_DATA=$data

measure() {
  local name=$1 i start end
  shift
  local times=()
  for ((i = 0; i < runs; i++)); do
    start=${EPOCHREALTIME/[.,]/}
    "$@" >/dev/null 2>&1 </dev/null
    end=${EPOCHREALTIME/[.,]/}
    times+=($(((end - start) / 1000)))
  done
  printf '%s\n' "${times[@]}" | sort -n | awk -v name="$name" \
    '{ t[NR] = $1 } END { printf "%-34s median %5d ms   best %5d ms\n", name, t[int((NR + 1) / 2)], t[1] }'
}

./touchstone register --user ada </dev/null >/dev/null 2>&1
measure './touchstone --version' ./touchstone --version
measure './touchstone keys' ./touchstone keys
measure './touchstone info' ./touchstone info
measure './touchstone try --touch' ./touchstone try --touch
measure './touchstone sign-in --user ada' ./touchstone sign-in --user ada
measure './touchstone credentials' ./touchstone credentials
measure './touchstone inspect a201020304' ./touchstone inspect a201020304
measure 'window to its first frame' ./touchstone --first-frame

# The most memory that a process held, as Linux counts it.
peak() {
  local name=$1 process line most=0
  shift
  "$@" >/dev/null 2>&1 </dev/null &
  process=$!
  while line=$(grep VmHWM "/proc/$process/status" 2>/dev/null); do
    line=${line//[!0-9]/}
    if ((line > most)); then most=$line; fi
    sleep 0.05
  done
  printf '%-34s %d MB\n' "$name" $((most / 1024))
}

if [[ -r /proc/self/status ]]; then
  peak 'window, peak until its first frame' ./touchstone --first-frame
  peak 'window, peak after every screen' ./touchstone screenshots "$data/pictures"
fi
