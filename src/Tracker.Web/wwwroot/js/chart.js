// Draws a body's follow-through over the years; the list beside it has the same figures.
(function () {
  const box = document.querySelector("[data-chart]");
  if (!box || !window.echarts) return;
  const data = JSON.parse(box.dataset.chart);
  const colour = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const draw = () => {
    const tones = [colour("--link"), colour("--partial"), colour("--none")];
    // The kinds of a year stand side by side, so that their intervals can be told apart.
    const series = data.series.map((kind, index) => {
      const at = year => data.years[year] + (index - 1) * .1;
      return {
        name: kind.name, type: "line", symbolSize: 8, connectNulls: false, itemStyle: { color: tones[index] }, lineStyle: { color: tones[index] },
        data: kind.means.map((mean, year) => [at(year), mean === null ? null : mean * 100]),
        markLine: {
          silent: true, symbol: "none", label: { show: false }, lineStyle: { type: "solid", width: 3, opacity: .45, color: tones[index] },
          data: kind.intervals.flatMap((interval, year) => interval ? [[{ coord: [at(year), interval[0] * 100] }, { coord: [at(year), interval[1] * 100] }]] : []),
        },
      };
    });
    const [first, last] = [Math.min(...data.years), Math.max(...data.years)];
    chart.setOption({
      animation: false, aria: { enabled: false }, textStyle: { color: colour("--soft"), fontFamily: getComputedStyle(document.body).fontFamily },
      legend: { top: 0, data: data.series.map(kind => kind.name), textStyle: { color: colour("--ink") } }, grid: { left: 48, right: 16, top: 40, bottom: 32 },
      xAxis: {
        type: "value", min: first - .5, max: last + .5, interval: .5, splitLine: { show: false }, axisTick: { show: false },
        axisLabel: { hideOverlap: true, formatter: year => Number.isInteger(year) ? String(year) : "" },
      }, yAxis: { type: "value", min: 0, max: 100, axisLabel: { formatter: "{value}%" }, splitLine: { lineStyle: { color: colour("--rule") } } },
      series,
    }, true);
  };
  const chart = echarts.init(box, null, { renderer: "canvas" });
  draw();
  window.addEventListener("resize", () => chart.resize());
  new MutationObserver(draw).observe(document.documentElement, { attributeFilter: ["data-bs-theme"] });
})();
