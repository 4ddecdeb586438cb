// Follows runs while they go on. When the last one is over the page is loaded again, and shows what they changed.
(function () {
  const live = document.querySelector("[data-events]");
  if (!live || !window.EventSource) return;
  const note = live.querySelector("[data-live]");
  const shown = new Map([...live.querySelectorAll("[data-run]")].map(box => [box.dataset.run, box]));

  const show = run => {
    const box = shown.get(run.id);
    if (!box) return false;
    const bar = box.querySelector("[data-bar]");
    bar.max = Math.max(1, run.total);
    bar.value = run.done;
    box.querySelector("[data-planning]").hidden = run.total > 0;
    box.querySelectorAll("[data-template]").forEach(words => {
      const values = words.dataset.values.split(" ").map(name => run[name]);
      words.hidden = values.some(value => value === null) || (run.total === 0 && !words.dataset.values.startsWith("seconds"));
      words.textContent = words.dataset.template.replace(/\{(\d)(?::([^|}]*)\|([^}]*))?\}/g,
        (_, place, one, many) => one === undefined ? values[place] : values[place] === 1 ? one : many);
    });
    return true;
  };

  const source = new EventSource(live.dataset.events);
  source.addEventListener("open", () => { note.hidden = false; });
  source.addEventListener("error", () => { note.hidden = true; });
  source.addEventListener("progress", event => {
    const runs = JSON.parse(event.data);
    const known = runs.map(show);
    // A run that has begun or ended meanwhile changes what the page lists.
    if (known.includes(false) || runs.length < shown.size) location.reload();
  });
  source.addEventListener("end", event => {
    JSON.parse(event.data).forEach(show);
    source.close();
    location.reload();
  });
})();
