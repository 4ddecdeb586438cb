#!/usr/bin/env bash
# Runs every test and ends with "N passed, N failed, N skipped" and the test run's exit status.
#   ./test.sh            all of them
#   ./test.sh --filter X only those that `dotnet test --filter X` selects
set -u
cd "$(dirname "$0")"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

# program or file that a test needs -> the Debian package that has it
declare -A needs=(
  [/usr/lib/x86_64-linux-gnu/libsqlite3.so.0]=libsqlite3-0
  [/usr/bin/chromium]=chromium
  [/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc]=fonts-noto-cjk
  [/usr/bin/pdftotext]=poppler-utils
  [/usr/bin/tesseract]=tesseract-ocr
  [/usr/share/tesseract-ocr/5/tessdata/chi_sim.traineddata]=tesseract-ocr-chi-sim
  [/usr/lib/postgresql]=postgresql
  [/usr/lib/python3/dist-packages/aiosmtpd]=python3-aiosmtpd
)
[ -e /usr/lib/aarch64-linux-gnu/libsqlite3.so.0 ] && unset 'needs[/usr/lib/x86_64-linux-gnu/libsqlite3.so.0]'
missing=()
for path in "${!needs[@]}"; do [ -e "$path" ] || missing+=("${needs[$path]}"); done
if [ ${#missing[@]} -gt 0 ]; then
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    echo "installing ${missing[*]}"
    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null ||
      echo "could not install ${missing[*]}: the tests that need them will say so" >&2
  else
    echo "missing Debian packages, tests that need them are skipped: apt-get install ${missing[*]}" >&2
  fi
fi
for program in dotnet npm; do
  command -v "$program" >/dev/null || { echo "$program is not installed: see README, Set-up" >&2; exit 1; }
done

results=$(mktemp -d)
trap 'rm -rf "$results"' EXIT
dotnet build Tracker.sln -c Release -v quiet --nologo || { echo "0 passed, 1 failed, 0 skipped"; exit 1; }
# One project after the other: pages are timed, and two projects at once would take as long as one after the other.
dotnet test Tracker.sln -m:1 -c Release --no-build --nologo --results-directory "$results" --logger trx --logger "console;verbosity=minimal" "$@"
status=$?

# dotnet test prints a total a project; a run has several. Add up the counters that each .trx file ends with.
total() { cat "$results"/*.trx 2>/dev/null | grep -o "<Counters [^>]*>" | grep -o " $1=\"[0-9]*\"" | tr -dc '0-9\n' | awk '{ n += $1 } END { print n + 0 }'; }
ran=$(total executed) passed=$(total passed) all=$(total total)
failed=$((ran - passed)) skipped=$((all - ran))
if [ "$status" = 0 ] && [ "$ran" = 0 ]; then echo "no test ran" >&2; status=1; fi
echo "$passed passed, $failed failed, $skipped skipped"
exit "$status"
