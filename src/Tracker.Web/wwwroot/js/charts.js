// Draws the charts of a page once one comes near the window: the library is fetched then and not before. The table beside or behind a chart has the same figures.
(function () {
  const library = document.currentScript.dataset.library;
  const boxes = [...document.querySelectorAll("[data-chart]")];
  const colour = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const shares = () => ({ type: "value", min: 0, max: 100, axisLabel: { formatter: "{value}%", color: colour("--soft") }, splitLine: { lineStyle: { color: colour("--rule") } } });
  const legend = () => ({ top: 0, textStyle: { color: colour("--ink") }, type: "scroll", pageIconColor: colour("--ink"), pageTextStyle: { color: colour("--ink") } });
  const tooltip = () => ({ confine: true, backgroundColor: colour("--sheet"), borderColor: colour("--rule"), textStyle: { color: colour("--ink") } });
  const kinds = {};

  // A body's follow-through over the years. The kinds of a year stand side by side, so that their intervals can be told apart.
  kinds.chart = data => {
    const tones = [colour("--link"), colour("--partial"), colour("--none")];
    const [first, last] = [Math.min(...data.years), Math.max(...data.years)];
    return {
      legend: { ...legend(), data: data.series.map(kind => kind.name) }, grid: { left: 48, right: 16, top: 40, bottom: 32 },
      xAxis: {
        type: "value", min: first - .5, max: last + .5, interval: .5, splitLine: { show: false }, axisTick: { show: false },
        axisLabel: { color: colour("--soft"), hideOverlap: true, formatter: year => Number.isInteger(year) ? String(year) : "" },
      },
      yAxis: shares(),
      series: data.series.map((kind, index) => {
        const at = year => data.years[year] + (index - 1) * .1;
        return {
          name: kind.name, type: "line", symbol: ["circle", "rect", "triangle"][index], symbolSize: 8, connectNulls: false,
          itemStyle: { color: tones[index] }, lineStyle: { color: tones[index], type: ["solid", "dashed", "dotted"][index] },
          data: kind.means.map((mean, year) => [at(year), mean === null ? null : mean * 100]),
          markLine: {
            silent: true, symbol: "none", label: { show: false }, lineStyle: { type: "solid", width: 3, opacity: .45, color: tones[index] },
            data: kind.intervals.flatMap((interval, year) => interval ? [[{ coord: [at(year), interval[0] * 100] }, { coord: [at(year), interval[1] * 100] }]] : []),
          },
        };
      }),
    };
  };

  // Counts, stacked.
  kinds.bars = (data, box) => {
    const narrow = box.clientWidth < 480;
    return {
      legend: { ...legend(), data: data.parts.map(part => part.name) }, tooltip: { ...tooltip(), trigger: "axis", axisPointer: { type: "shadow" } },
      grid: { left: 8, right: 16, top: 40, bottom: 8, containLabel: true },
      xAxis: { type: "category", data: data.labels, axisLabel: { color: colour("--soft"), interval: narrow ? "auto" : 0, hideOverlap: true, width: narrow ? 72 : Math.max(96, box.clientWidth / data.labels.length - 24), overflow: "break" } },
      yAxis: { type: "value", minInterval: 1, axisLabel: { color: colour("--soft") }, splitLine: { lineStyle: { color: colour("--rule") } } },
      series: data.parts.map(part => ({
        name: part.name, type: "bar", stack: "all", barMaxWidth: 56, data: part.values,
        itemStyle: part.waits ? { color: "transparent", borderColor: colour(part.tone), borderWidth: 2, borderType: "dashed" } : { color: colour(part.tone) },
      })),
    };
  };

  // One share of the method's against another.
  kinds.curve = (data, box) => {
    const [tones, symbols] = [[colour("--link"), colour("--partial"), colour("--fulfilled")], ["circle", "rect", "triangle"]];
    const series = data.series.map((line, index) => ({
      name: line.name, type: "line", symbol: symbols[index], symbolSize: 8, data: line.points.map(point => point.map(share => share * 100)),
      itemStyle: { color: tones[index] }, lineStyle: { color: tones[index] },
    }));
    if (data.diagonal) series.push({
      name: data.diagonal, type: "line", silent: true, symbol: "none", data: [[0, 0], [100, 100]],
      itemStyle: { color: colour("--soft") }, lineStyle: { color: colour("--soft"), type: "dashed", width: 1 },
    });
    const axis = (name, gap) => ({ ...shares(), name, nameLocation: "middle", nameGap: gap });
    // On a phone the names of the curves take two lines.
    const top = box.clientWidth < 480 ? 80 : 56;
    return { legend: { ...legend(), type: "plain" }, grid: { left: 64, right: 16, top, bottom: 48 }, xAxis: axis(data.across, 28), yAxis: axis(data.up, 44), series };
  };

  const say = (box, state) => {
    const words = box.querySelector(".chart-state");
    if (words) words.textContent = words.dataset[state];
    box.dataset.state = state;
  };
  const isEmpty = data => !(data.series || data.parts).some(part => (part.means || part.values || part.points).some(value => value !== null && value !== 0));

  function draw(box) {
    const data = JSON.parse(box.dataset.figures);
    if (isEmpty(data)) return say(box, "empty");
    box.replaceChildren();
    const chart = echarts.init(box, null, { renderer: "canvas" });
    const paint = () => chart.setOption({
      animation: false, aria: { enabled: false }, textStyle: { color: colour("--soft"), fontFamily: getComputedStyle(document.body).fontFamily }, ...kinds[box.dataset.chart](data, box),
    }, true);
    paint();
    box.dataset.state = "drawn";
    addEventListener("resize", () => { chart.resize(); paint(); });
    new MutationObserver(paint).observe(document.documentElement, { attributeFilter: ["data-bs-theme"] });
    matchMedia("print").addEventListener("change", paint);
  }

  let fetched = null;
  const fetchOnce = () => fetched ??= new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = library;
    script.onload = resolve;
    script.onerror = reject;
    document.head.append(script);
  });

  boxes.forEach(box => say(box, "loading"));
  const near = new IntersectionObserver(seen => seen.filter(one => one.isIntersecting).forEach(one => {
    near.unobserve(one.target);
    fetchOnce().then(() => draw(one.target)).catch(() => say(one.target, "failed"));
  }), { rootMargin: "240px" });
  boxes.forEach(box => near.observe(box));

  // A table as a file that spreadsheets open with its Chinese intact.
  const cell = td => '"' + td.textContent.replace(/\s+/g, " ").trim().replaceAll('"', '""') + '"';
  document.querySelectorAll("button[data-csv]").forEach(button => {
    const table = document.getElementById(button.dataset.csv);
    if (!table) return;
    button.hidden = false;
    button.addEventListener("click", () => {
      const lines = [...table.rows].map(row => [...row.cells].map(cell).join(","));
      const link = document.createElement("a");
      link.href = URL.createObjectURL(new Blob(["\ufeff" + lines.join("\r\n") + "\r\n"], { type: "text/csv;charset=utf-8" }));
      link.download = button.dataset.name;
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 1000);
    });
  });
})();
