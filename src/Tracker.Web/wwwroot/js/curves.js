// Draws the method's curves, one share against another; the table below each has the same figures.
(function () {
  const boxes = document.querySelectorAll("[data-curve]");
  if (!boxes.length || !window.echarts) return;
  const colour = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  for (const box of boxes) {
    const data = JSON.parse(box.dataset.curve);
    box.classList.add("is-drawn");
    const chart = echarts.init(box, null, { renderer: "canvas" });
    const draw = () => {
      const tones = [colour("--link"), colour("--partial")];
      const axis = name => ({ type: "value", min: 0, max: 100, name, nameLocation: "middle", axisLabel: { formatter: "{value}%" }, splitLine: { lineStyle: { color: colour("--rule") } } });
      const series = data.series.map((line, index) => ({
        name: line.name, type: "line", symbol: index ? "rect" : "circle", symbolSize: 8, data: line.points.map(point => point.map(share => share * 100)),
        itemStyle: { color: tones[index] }, lineStyle: { color: tones[index] },
      }));
      if (data.diagonal) series.push({
        name: data.diagonal, type: "line", silent: true, symbol: "none", data: [[0, 0], [100, 100]],
        itemStyle: { color: colour("--soft") }, lineStyle: { color: colour("--soft"), type: "dashed", width: 1 },
      });
      chart.setOption({
        animation: false, aria: { enabled: false }, textStyle: { color: colour("--soft"), fontFamily: getComputedStyle(document.body).fontFamily },
        legend: { top: 0, textStyle: { color: colour("--ink") } }, grid: { left: 64, right: 16, top: 56, bottom: 48 },
        xAxis: { ...axis(data.across), nameGap: 28 }, yAxis: { ...axis(data.up), nameGap: 44 }, series,
      }, true);
    };
    draw();
    window.addEventListener("resize", () => chart.resize());
    new MutationObserver(draw).observe(document.documentElement, { attributeFilter: ["data-bs-theme"] });
  }
})();
