// Draws a body's follow-through over the years; the list beside it has the same figures.
(function () {
  const box = document.querySelector("[data-chart]");
  if (!box || !window.echarts) return;
  const data = JSON.parse(box.dataset.chart);
  const colour = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const draw = () => {
    const tones = [colour("--link"), colour("--partial"), colour("--none")];
    const series = data.series.flatMap((kind, index) => [
      { name: kind.name, type: "line", data: kind.means.map(mean => mean === null ? null : mean * 100), symbolSize: 8, connectNulls: false, itemStyle: { color: tones[index] }, lineStyle: { color: tones[index] } },
      {
        name: kind.name, type: "custom", silent: true, itemStyle: { color: tones[index] },
        data: kind.intervals.map((interval, year) => interval ? [year, interval[0] * 100, interval[1] * 100] : null).filter(Boolean),
        renderItem: (_, api) => {
          const low = api.coord([api.value(0), api.value(1)]);
          const high = api.coord([api.value(0), api.value(2)]);
          const shift = (index - 1) * 8;
          return { type: "line", shape: { x1: low[0] + shift, y1: low[1], x2: high[0] + shift, y2: high[1] }, style: { stroke: tones[index], lineWidth: 3, opacity: .5 } };
        },
      },
    ]);
    chart.setOption({
      animation: false, aria: { enabled: false }, textStyle: { color: colour("--soft"), fontFamily: getComputedStyle(document.body).fontFamily },
      legend: { data: data.series.map(kind => kind.name), textStyle: { color: colour("--ink") } }, grid: { left: 48, right: 16, top: 40, bottom: 32 },
      xAxis: { type: "category", data: data.years.map(String) }, yAxis: { type: "value", min: 0, max: 100, axisLabel: { formatter: "{value}%" }, splitLine: { lineStyle: { color: colour("--rule") } } },
      series,
    }, true);
  };
  const chart = echarts.init(box, null, { renderer: "canvas" });
  draw();
  window.addEventListener("resize", () => chart.resize());
  new MutationObserver(draw).observe(document.documentElement, { attributeFilter: ["data-bs-theme"] });
})();
