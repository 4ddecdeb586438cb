// Keys press the buttons and links that the page already has; nothing here does what a form could not.
(function () {
  const visible = (element) => element && !element.disabled && element.offsetParent !== null;
  const candidates = () => [...document.querySelectorAll("[data-candidate]")];
  let selected = 0;

  function select(index, scroll) {
    const all = candidates();
    if (all.length === 0) return;
    selected = Math.max(0, Math.min(all.length - 1, index));
    all.forEach((item, i) => item.toggleAttribute("data-selected", i === selected));
    if (scroll) all[selected].scrollIntoView({ block: "nearest" });
  }

  function press(key) {
    if (key === "y" || key === "n") {
      const button = candidates()[selected]?.querySelector(`[data-choice="${key}"]`);
      if (visible(button)) button.click();
      return visible(button);
    }
    if (key === "ArrowDown" || key === "ArrowUp") {
      select(selected + (key === "ArrowDown" ? 1 : -1), true);
      return candidates().length > 0;
    }
    const target = [...document.querySelectorAll("[data-key]")].find((item) => item.dataset.key === key);
    if (visible(target)) target.click();
    return visible(target);
  }

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.target.closest("input, textarea, select, dialog[open], [contenteditable]")) return;
    if (press(event.key)) event.preventDefault();
  });

  // Words around a selection tell like places apart.
  function fillSelection() {
    const form = document.querySelector("form[data-selects]");
    const reader = form && document.getElementById(form.dataset.selects);
    const selection = document.getSelection();
    if (!reader || !selection || selection.isCollapsed || selection.rangeCount === 0) return;
    const range = selection.getRangeAt(0);
    if (!reader.contains(range.commonAncestorContainer)) return;
    const block = (node) => (node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement).closest("p, h3, h4, h5, h6") || reader;
    const before = document.createRange();
    before.setStart(block(range.startContainer), 0);
    before.setEnd(range.startContainer, range.startOffset);
    const after = document.createRange();
    after.setStart(range.endContainer, range.endOffset);
    after.setEndAfter(block(range.endContainer).lastChild);
    form.elements.quote.value = range.toString();
    form.elements.before.value = before.toString().slice(-24);
    form.elements.after.value = after.toString().slice(0, 24);
  }

  document.addEventListener("DOMContentLoaded", () => {
    document.querySelectorAll("[data-opens]").forEach((button) => {
      button.hidden = false;
      button.addEventListener("click", () => document.getElementById(button.dataset.opens).showModal());
    });
    const form = document.querySelector("form[data-selects]");
    if (form) {
      document.addEventListener("selectionchange", fillSelection);
      form.elements.quote.addEventListener("input", () => { form.elements.before.value = form.elements.after.value = ""; });
    }
    const open = candidates().findIndex((item) => !item.matches(".is-rejected, .is-confirmed"));
    select(open < 0 ? 0 : open, false);
  });
})();
