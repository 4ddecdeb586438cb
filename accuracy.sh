#!/usr/bin/env bash
# Prints how accurate the method is on labelled pairs, each left out of the fit together with all others of its body.
#   ./accuracy.sh REPORTS_DIR [LABELS_DIR…]   the labelled reports' texts, and further label files
# The labels in seeds/labels name reports whose texts are not in this repository; give the folder that has them.
set -eu
cd "$(dirname "$0")"
[ $# -ge 1 ] || { echo "usage: ./accuracy.sh REPORTS_DIR [LABELS_DIR…]: give the folder with the labelled reports' texts" >&2; exit 2; }
reports=$1
shift
exec dotnet run -c Release --project src/Tracker.Cli -- accuracy --labels "$@" seeds/labels --reports "$reports" seeds/reports --ablation
