#!/usr/bin/env bash
# Learns seeds/model/terms.bin anew: words and their likeness, from reports that nobody labelled; and from the judged pairs of
# seeds/answers where answers lie, seeds/model/answers.bin. No report that accuracy is measured on is read, nor any other of the
# provinces and cities that are. Afterwards the weights have to be fitted anew (`tracker train`).
#   seeds/model/statistics.sh REPORTS_DIR CLONE
# REPORTS_DIR holds reports as files BODY_YEAR.txt; CLONE is a clone of the public repository lawtext/gov (commit fc1a2f6 made the
# file that is here). Takes some ten minutes and 6 GB of memory.
set -eu
[ $# -eq 2 ] || { echo "usage: seeds/model/statistics.sh REPORTS_DIR CLONE: give the folder of reports and the clone of lawtext/gov" >&2; exit 2; }
root=$(cd "$(dirname "$0")/../.." && pwd)
reports=$(cd "$1" && pwd)
measured=(anhui-gov_202{5,6} beijing-gov_202{4,5} chongqing-gov_202{4,5,6} fujian-gov_202{5,6} gansu-gov_202{5,6} guangdong-gov_202{5,6}
  guangxi-gov_202{5,6} guizhou-gov_202{5,6} hainan-gov_202{5,6} hebei-gov_202{5,6} heilongjiang-gov_202{5,6} hubei-gov_202{5,6}
  jiangsu-gov_202{5,6} jiangxi-gov_202{5,6} liaoning-gov_202{5,6} neimenggu-gov_202{5,6} ningxia-gov_202{5,6} shaanxi-gov_202{5,6}
  shandong-gov_202{5,6} shanxi-gov_202{5,6} sichuan-gov_202{5,6} state-council_200{5,6} state-council_201{0,1,5,6,8,9}
  state-council_202{0,1,3,4} taiyuan-cppcc_202{5,6} tianjin-gov_202{4,5} xinjiang-gov_202{5,6} zhejiang-gov_202{5,6})
tracker="$root/src/Tracker.Cli/bin/Release/net10.0/tracker.dll"
dotnet build -c Release -v q --nologo "$root/src/Tracker.Cli"
cd "$2"
# The collector's thrift that serves a small machine would take an hour here.
export DOTNET_GCConserveMemory=0 DOTNET_GCgen0MaxBudget=10000000
dotnet "$tracker" statistics \
  --reports "$reports" "$root/seeds/reports" 政府工作报告-省自治区 政府工作报告-主要城市 政府工作报告-其他地市 \
  --leave-out "${measured[@]/%/.txt}" 安徽省 北京市 重庆市 福建省 甘肃省 广东省 广西壮族自治区 贵州省 \
    海南省 河北省 黑龙江省 湖北省 江苏省 江西省 辽宁省 内蒙古自治区 宁夏回族自治区 山东省 山西省 陕西省 四川省 天津市 新疆维吾尔自治区 浙江省 \
  --out "$root/seeds/model/terms.bin"
# The program carries the words that it knows.
dotnet build -c Release -v q --nologo "$root/src/Tracker.Cli"
dotnet "$tracker" answers --labels "$root/seeds/answers" --reports . --out "$root/seeds/model/answers.bin"
