// Draws stacked bars; the table behind them has the same figures.
(function () {
  if (!window.echarts) return;
  const colour = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  document.querySelectorAll("[data-bars]").forEach(box => {
    const data = JSON.parse(box.dataset.bars);
    const chart = echarts.init(box, null, { renderer: "canvas" });
    const draw = () => {
      const narrow = box.clientWidth < 480;
      chart.setOption({
        animation: false, aria: { enabled: false }, textStyle: { color: colour("--soft"), fontFamily: getComputedStyle(document.body).fontFamily },
        legend: { top: 0, data: data.parts.map(part => part.name), textStyle: { color: colour("--ink") }, type: "scroll", pageIconColor: colour("--ink"), pageTextStyle: { color: colour("--ink") } },
        tooltip: { trigger: "axis", axisPointer: { type: "shadow" }, confine: true, backgroundColor: colour("--sheet"), borderColor: colour("--rule"), textStyle: { color: colour("--ink") } },
        grid: { left: 8, right: 16, top: 40, bottom: 8, containLabel: true },
        xAxis: { type: "category", data: data.labels, axisLabel: { interval: narrow ? "auto" : 0, hideOverlap: true, width: narrow ? 72 : 96, overflow: "break" } },
        yAxis: { type: "value", minInterval: 1, splitLine: { lineStyle: { color: colour("--rule") } } },
        series: data.parts.map(part => ({
          name: part.name, type: "bar", stack: "all", barMaxWidth: 56, data: part.values,
          itemStyle: part.waits
            ? { color: "transparent", borderColor: colour(part.tone), borderWidth: 2, borderType: "dashed" }
            : { color: colour(part.tone) },
        })),
      }, true);
    };
    draw();
    window.addEventListener("resize", () => { chart.resize(); draw(); });
    new MutationObserver(draw).observe(document.documentElement, { attributeFilter: ["data-bs-theme"] });
  });
})();
