// Sends what a form of the API page says and shows the answer below it. Without this a form for reading opens the answer as a page.
(() => {
  const page = document.querySelector("[data-try]");
  if (!page) return;
  const words = page.dataset;
  const mostShown = 100000;

  const find = (operation, name) => operation.querySelector(`[data-${name}]`);
  const quoted = text => `'${text.replaceAll("'", "'\\''")}'`;
  const named = form => [...form.elements].filter(field => field.name);
  const parts = form => [...form.querySelectorAll("[data-part]")];

  // The address as the fields stand; where one of the path is empty its name stays in braces.
  const addressOf = form => {
    let path = form.dataset.path;
    const query = [];
    for (const field of named(form)) {
      const value = field.value.trim();
      if (path.includes(`{${field.name}}`)) path = value ? path.replace(`{${field.name}}`, encodeURIComponent(value)) : path;
      else if (value) query.push(`${field.name}=${encodeURIComponent(value)}`);
    }
    return query.length ? `${path}?${query.join("&")}` : path;
  };

  const command = (operation, form) => {
    const line = ["curl"];
    const body = find(operation, "body");
    if (form.dataset.streams) line.push("-N");
    if (form.dataset.method !== "GET") line.push("-X " + form.dataset.method);
    if (form.dataset.guarded) line.push('-H "Authorization: Bearer $TOKEN"');
    if (body) line.push("-H 'Content-Type: application/json' --data " + quoted(body.value));
    for (const field of parts(form)) {
      if (field.type === "file") line.push("-F " + quoted("file=@" + (field.files[0] ? field.files[0].name : "report.txt")));
      else if (field.value) line.push("-F " + quoted(`${field.dataset.part}=${field.value}`));
    }
    line.push(quoted(location.origin + addressOf(form)));
    return line.join(" ");
  };

  const refuse = (operation, message, field) => {
    find(operation, "refusal").textContent = message;
    if (!field) return;
    field.setAttribute("aria-invalid", "true");
    field.focus();
  };

  // What is missing or wrong, said beside the button and at the field.
  const isReady = (operation, form) => {
    for (const field of form.querySelectorAll("[aria-invalid]")) field.removeAttribute("aria-invalid");
    refuse(operation, "");
    const empty = [...form.elements].find(field => field.required && !field.value.trim());
    if (empty) return refuse(operation, words.missing, empty);
    const token = find(operation, "token");
    if (token && form.dataset.method !== "GET" && !token.value.trim()) return refuse(operation, words.tokenMissing, token);
    const body = find(operation, "body");
    if (body) {
      try { JSON.parse(body.value); } catch { return refuse(operation, words.badJson, body); }
    }
    return true;
  };

  const requestOf = (operation, form, signal) => {
    const headers = {};
    const token = find(operation, "token");
    const secret = token && token.value.trim();
    if (secret) headers.Authorization = "Bearer " + secret;
    const request = { method: form.dataset.method, headers, signal, cache: "no-store", credentials: secret ? "omit" : "same-origin" };
    const body = find(operation, "body");
    if (body) { request.body = body.value; headers["Content-Type"] = "application/json"; }
    if (parts(form).length) {
      request.body = new FormData();
      for (const field of parts(form)) {
        if (field.type === "file") request.body.append("file", field.files[0]);
        else if (field.value) request.body.append(field.dataset.part, field.value);
      }
    }
    return request;
  };

  const isText = type => /^text\/|[/+](json|xml)\b/.test(type);
  const pretty = (text, type) => {
    if (!/json/.test(type)) return text;
    try { return JSON.stringify(JSON.parse(text), null, 2); } catch { return text; }
  };

  const offerFile = async (operation, answer) => {
    const file = await answer.blob();
    const link = document.createElement("a");
    link.href = URL.createObjectURL(file);
    link.download = /filename="?([^";]+)/.exec(answer.headers.get("Content-Disposition") || "")?.[1] || "answer";
    link.textContent = words.save;
    find(operation, "more").append(words.binary + " ", link);
    return file.size;
  };

  const readText = async (operation, answer, type) => {
    const content = find(operation, "content");
    content.hidden = false;
    let text = "";
    let bytes = 0;
    const decoder = new TextDecoder();
    const reader = answer.body ? answer.body.getReader() : null;
    while (reader) {
      const { done, value } = await reader.read();
      if (done) break;
      bytes += value.length;
      if (text.length < mostShown) text += decoder.decode(value, { stream: true });
      if (/event-stream/.test(type)) content.textContent = text;
    }
    const shown = pretty(text, bytes > text.length * 4 ? "" : type);
    content.textContent = shown.slice(0, mostShown);
    content.hidden = shown.length === 0;
    if (bytes === 0) find(operation, "more").textContent = words.nothing;
    else if (shown.length > mostShown) find(operation, "more").textContent = words.cut;
    return bytes;
  };

  const send = async (operation, form) => {
    const status = find(operation, "status");
    const stop = find(operation, "stop");
    const ending = new AbortController();
    const began = performance.now();
    find(operation, "answer").hidden = false;
    for (const name of ["headers", "content", "more"]) find(operation, name).textContent = "";
    find(operation, "content").hidden = true;
    status.textContent = words.sending;
    status.className = "operation-status";
    stop.hidden = false;
    stop.onclick = () => ending.abort();
    let head = "";
    try {
      const answer = await fetch(addressOf(form), requestOf(operation, form, ending.signal));
      const type = answer.headers.get("Content-Type") || "";
      head = `${answer.status} ${answer.statusText}`.trim();
      status.textContent = head;
      status.classList.add(answer.ok ? "is-done" : "is-refused");
      find(operation, "headers").textContent = [...answer.headers].map(([name, value]) => `${name}: ${value}`).join("\n");
      const bytes = isText(type) || !type ? await readText(operation, answer, type) : await offerFile(operation, answer);
      status.textContent = `${head} · ${Math.round(performance.now() - began)} ms · ${bytes.toLocaleString("en")} B`;
    } catch (error) {
      if (!head || error.name !== "AbortError") {
        status.textContent = error.name === "AbortError" ? "" : words.failed + error.message;
        status.classList.add("is-refused");
      }
    } finally {
      stop.hidden = true;
    }
  };

  const open = () => {
    const asked = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
    if (asked && asked.matches("details.operation")) { asked.open = true; asked.scrollIntoView(); }
  };

  for (const operation of page.querySelectorAll("details.operation")) {
    const form = operation.querySelector("form");
    const copy = find(operation, "copy");
    find(operation, "send").hidden = false;
    form.addEventListener("input", () => { find(operation, "curl").textContent = command(operation, form); });
    form.addEventListener("submit", event => { event.preventDefault(); if (isReady(operation, form)) send(operation, form); });
    const token = find(operation, "token");
    if (token) token.addEventListener("input", () => { for (const other of page.querySelectorAll("[data-token]")) other.value = token.value; });
    if (!navigator.clipboard) continue;
    copy.hidden = false;
    const label = copy.textContent;
    copy.addEventListener("click", async () => {
      await navigator.clipboard.writeText(find(operation, "curl").textContent);
      copy.textContent = words.copied;
      copy.addEventListener("blur", () => { copy.textContent = label; }, { once: true });
    });
  }

  window.addEventListener("hashchange", open);
  open();
})();
