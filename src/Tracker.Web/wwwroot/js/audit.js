// Keys press the buttons and links that the page already has; nothing here does what a form could not.
(function () {
  const visible = (element) => element && !element.disabled && element.offsetParent !== null;
  const candidates = () => [...document.querySelectorAll("[data-candidate]")];
  const scrolls = (element) => ["auto", "scroll"].includes(getComputedStyle(element).overflowY);
  let selected = 0;
  let sent = false;

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
      if (!visible(candidates()[selected])) return false;
      select(selected + (key === "ArrowDown" ? 1 : -1), true);
      return true;
    }
    const field = document.querySelector(`[data-focus="${CSS.escape(key)}"]`);
    if (visible(field)) {
      field.focus();
      return true;
    }
    const target = [...document.querySelectorAll("[data-key]")].find((item) => item.dataset.key === key && (visible(item) || item.type === "radio"));
    target?.click();
    return Boolean(target);
  }

  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.target.closest("dialog[open]")) return;
    if (event.target.closest("textarea, select, input:not([type=radio])")) {
      if (event.key === "Escape") event.target.blur();
      return;
    }
    if (event.target.type === "radio" && event.key.startsWith("Arrow")) return;
    // What was pressed while an answer is under way would be about what is no longer shown.
    if (sent || press(event.key)) event.preventDefault();
  });
  document.addEventListener("submit", (event) => { sent = event.target.method === "post"; });
  addEventListener("pageshow", () => { sent = false; });

  document.addEventListener("DOMContentLoaded", () => {
    document.documentElement.classList.add("has-keys");
    document.querySelectorAll("[data-opens]").forEach((button) => {
      button.hidden = false;
      button.addEventListener("click", () => document.getElementById(button.dataset.opens).showModal());
    });
    const reader = document.getElementById("side-reader");
    reader?.addEventListener("click", () => document.querySelector("#review-text .text").focus({ preventScroll: true }));
    const open = candidates().findIndex((item) => !item.matches(".is-rejected, .is-confirmed"));
    const side = document.querySelector(".audit-right");
    select(open < 0 ? 0 : open, side && scrolls(side));
    const lines = document.querySelector(".audit-queue");
    if (lines && scrolls(lines)) lines.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest" });
  });
})();
