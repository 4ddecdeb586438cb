// Sends files one after the other and shows how far each is. Without this the form sends them all at once.
(function () {
  const form = document.querySelector("[data-upload]");
  if (!form || !window.FormData) return;
  const drop = form.querySelector(".upload-drop");
  const input = drop.querySelector("input");
  const list = form.querySelector("[data-files]");
  const token = form.querySelector("[name=__RequestVerificationToken]").value;
  const words = form.dataset;
  const waiting = [];
  let sent = [];
  let busy = false;

  const add = (parent, name, text) => {
    const element = document.createElement(name);
    element.textContent = text;
    parent.append(element);
    return element;
  };

  const show = (line, outcome) => {
    line.bar.remove();
    line.state.textContent = outcome.message;
    line.state.className = "is-" + outcome.step;
    if (outcome.href) {
      line.state.append(" ");
      add(line.state, "a", words.see).href = outcome.href;
    }
    sent.push(outcome);
  };

  const next = () => {
    const line = waiting.shift();
    if (!line) {
      busy = false;
      // One file alone leads to its draft.
      if (sent.length === 1 && sent[0].href && sent[0].step !== "refused") location.href = sent[0].href;
      sent = [];
      return;
    }

    busy = true;
    if (line.file.size > Number(words.most)) {
      show(line, { message: words.large, step: "refused" });
      next();
      return;
    }

    const request = new XMLHttpRequest();
    const data = new FormData();
    data.append("files", line.file);
    request.open("POST", form.action);
    request.setRequestHeader("Accept", "application/json");
    request.setRequestHeader("RequestVerificationToken", token);
    request.upload.addEventListener("progress", event => { if (event.lengthComputable) line.bar.value = event.loaded / event.total; });
    request.addEventListener("loadend", () => {
      let answer = null;
      try { answer = JSON.parse(request.responseText); } catch { /* A page that says what went wrong, or nothing at all. */ }
      const outcome = answer && answer.items && answer.items[0];
      show(line, outcome || { message: (answer && answer.refused) || words.failed, step: "refused" });
      next();
    });
    line.state.textContent = words.sending;
    request.send(data);
  };

  const take = files => {
    for (const file of files) {
      const item = add(list, "li", "");
      add(item, "span", file.name);
      const box = add(item, "div", "");
      const bar = add(box, "progress", "");
      bar.max = 1;
      bar.value = 0;
      bar.setAttribute("aria-label", file.name);
      waiting.push({ file, bar, state: add(box, "span", "") });
    }
    if (!busy) next();
  };

  form.addEventListener("submit", event => { event.preventDefault(); take(input.files); form.reset(); });
  input.addEventListener("change", () => { if (input.files.length > 0) { take(input.files); form.reset(); } });
  for (const name of ["dragenter", "dragover"]) drop.addEventListener(name, event => { event.preventDefault(); drop.classList.add("is-over"); });
  for (const name of ["dragleave", "drop"]) drop.addEventListener(name, event => { event.preventDefault(); drop.classList.remove("is-over"); });
  drop.addEventListener("drop", event => take(event.dataTransfer.files));
})();
