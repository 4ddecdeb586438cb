// Words selected in a text fill the field that asks for them, with the words around them, which tell like places apart.
// In a text that has the focus, keys select clause by clause, for those who have no mouse.
(function () {
  const around = 24;
  const fields = [...document.querySelectorAll("[data-selects]")];
  const textsOf = (field) => field.dataset.selects.split(" ").map((id) => document.getElementById(id)).filter(Boolean);
  const set = (form, name, value) => { if (name) form.elements[name].value = value; };

  function fill() {
    const selection = document.getSelection();
    if (!selection || selection.isCollapsed || selection.rangeCount === 0) return;
    const range = selection.getRangeAt(0);
    const field = fields.find((item) => textsOf(item).some((text) => text.contains(range.commonAncestorContainer)));
    if (!field) return;
    const text = textsOf(field).find((item) => item.contains(range.commonAncestorContainer));
    const block = (node) => (node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement).closest("p, h3, h4, h5, h6, blockquote") || text;
    const before = document.createRange();
    before.setStart(block(range.startContainer), 0);
    before.setEnd(range.startContainer, range.startOffset);
    const after = document.createRange();
    after.setStart(range.endContainer, range.endOffset);
    after.setEndAfter(block(range.endContainer).lastChild);
    field.value = range.toString();
    set(field.form, field.dataset.before, before.toString().slice(-around));
    set(field.form, field.dataset.after, after.toString().slice(0, around));
  }

  // The text of a region as one string, and where in the page each of its characters stands.
  function read(region) {
    const nodes = [];
    let length = 0;
    const walker = document.createTreeWalker(region, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode;
      if (node.parentElement.closest("details:not([open]), summary")) continue;
      nodes.push({ node, start: length });
      length += node.data.length;
    }
    const place = (offset) => {
      const found = nodes.findLast((item) => item.start <= offset) || nodes[0];
      return [found.node, Math.min(offset - found.start, found.node.data.length)];
    };
    const whole = nodes.map((item) => item.node.data).join("");
    const clauses = [...whole.matchAll(/[^。；！？，：\s][^。；！？，：\n]*/g)].map((match) => ({ start: match.index, end: match.index + match[0].trimEnd().length }));
    return { whole, clauses, place, offsetOf: (node, offset) => (nodes.find((item) => item.node === node)?.start ?? -1) + offset };
  }

  function reveal(range, region) {
    const pane = region.closest(".audit-right, .audit-left");
    const own = pane && ["auto", "scroll"].includes(getComputedStyle(pane).overflowY);
    const frame = own ? pane.getBoundingClientRect() : { top: 0, bottom: innerHeight };
    const at = range.getBoundingClientRect();
    const hidden = (frame.bottom - frame.top) / 3;
    if (at.top > frame.top + hidden && at.bottom < frame.bottom - 24) return;
    (own ? pane : window).scrollBy(0, at.top - frame.top - hidden - 24);
  }

  function steer(region) {
    let text = null;
    let start = -1;
    let end = -1;
    const show = () => {
      const range = document.createRange();
      range.setStart(...text.place(start));
      range.setEnd(...text.place(end - 1));
      range.setEnd(range.endContainer, range.endOffset + 1);
      const selection = document.getSelection();
      selection.removeAllRanges();
      selection.addRange(range);
      reveal(range, region);
    };
    const begin = () => {
      text = read(region);
      const selection = document.getSelection();
      const mark = region.querySelector("mark");
      const at = region.contains(selection.anchorNode) && selection.anchorNode.nodeType === Node.TEXT_NODE ? text.offsetOf(selection.anchorNode, selection.anchorOffset)
        : mark ? text.offsetOf(mark.firstChild, 0) : 0;
      const clause = text.clauses.find((item) => item.end > at) || text.clauses[0];
      ({ start, end } = clause);
      show();
    };
    const clauseAt = (offset) => text.clauses.findIndex((item) => item.end >= offset);
    const moves = {
      ArrowDown: (extend) => { const next = text.clauses.find((item) => item.start >= end); if (next) { end = next.end; if (!extend) start = next.start; } },
      ArrowUp: (extend) => {
        const index = clauseAt(extend ? end : start + 1);
        const previous = text.clauses[index - 1];
        if (previous && extend) end = Math.max(previous.end, text.clauses[clauseAt(start + 1)].end);
        else if (previous) ({ start, end } = previous);
      },
      ArrowRight: (extend) => { if (extend && end < text.whole.length) end++; },
      ArrowLeft: (extend) => { if (extend && end > start + 1) end--; },
    };
    region.addEventListener("keydown", (event) => {
      if (event.target !== region || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key in moves) {
        event.preventDefault();
        if (start < 0) begin();
        else { moves[event.key](event.shiftKey); show(); }
      } else if (event.key === "Enter" && start >= 0) {
        event.preventDefault();
        document.querySelector("[data-accepts]")?.click();
      } else if (event.key === "Escape") {
        event.preventDefault();
        document.getElementById("side-candidates").click();
        region.blur();
      }
    });
    region.addEventListener("pointerdown", () => { start = -1; });
  }

  document.addEventListener("selectionchange", fill);
  fields.forEach((field) => {
    field.addEventListener("input", () => { set(field.form, field.dataset.before, ""); set(field.form, field.dataset.after, ""); });
    textsOf(field).forEach((text) => text.querySelectorAll(".text").forEach(steer));
  });
  document.querySelectorAll("[data-moves]").forEach((button) => {
    button.hidden = false;
    const field = button.closest(".audit-field").querySelector("[data-selects]");
    button.addEventListener("click", () => {
      const parts = button.form.elements[button.dataset.moves];
      const line = field.value.replaceAll(/\s*\n\s*/g, "").trim();
      if (line) parts.value = parts.value.trim() ? `${parts.value.trim()}\n${line}` : line;
      field.value = "";
    });
  });
})();
