#!/usr/bin/env bash
# Prints how accurate the method is on labelled pairs, each left out of the fit together with all others of its body: the eight
# pairs that were labelled first, then those of seeds/labels that were labelled next and last, each beside a plain baseline; with
# what each family of inputs is worth. Renews seeds/model/accuracy.json and the figures in README.md, and in seeds/model/reader.json
# what a second reader that errs at a given rate would be worth.
#   ./accuracy.sh REPORTS_DIR LABELS_DIR   the labelled reports' texts, and the label files that are not in this repository
set -eu
cd "$(dirname "$0")"
[ $# -eq 2 ] || { echo "usage: ./accuracy.sh REPORTS_DIR LABELS_DIR: give the folders with the labelled reports' texts and with the labels of the first eight pairs" >&2; exit 2; }
first=(anhui-gov-2025 beijing-gov-2024 guizhou-gov-2025 state-council-2005 state-council-2015 taiyuan-cppcc-2025 tianjin-gov-2024 zhejiang-gov-2025)
second=(chongqing-gov-2024 fujian-gov-2025 guangdong-gov-2025 heilongjiang-gov-2025 hubei-gov-2025 jiangsu-gov-2025 shaanxi-gov-2025
  shandong-gov-2025 shanxi-gov-2025 sichuan-gov-2025 state-council-2018 state-council-2023)
dotnet run -c Release --project src/Tracker.Cli -- accuracy --labels seeds/labels "$2" --reports "$1" seeds/reports \
  --first "${first[@]}" --second "${second[@]}" --quote taiyuan-cppcc-2025 --ablation --out seeds/model/accuracy.json --readme README.md
dotnet run -c Release --project tests/Tracker.Benchmarks -- oracle "$1" "$2" seeds/model/reader.json
