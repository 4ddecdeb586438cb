// Joins a commitment with its evidence: pointing lights both up, choosing one brings the other text to it. Every choice is also an address.
(function () {
  const texts = document.querySelector("[data-texts]");
  if (!texts) return;
  const panel = document.getElementById("selected");
  const keysOf = element => (element.dataset.keys || "").split(" ").filter(Boolean);
  const marksOf = keys => [...texts.querySelectorAll("mark[data-keys]")].filter(mark => keysOf(mark).some(key => keys.includes(key)));
  let lit = [];

  const light = element => {
    lit.forEach(mark => mark.classList.remove("is-lit"));
    lit = element ? marksOf(keysOf(element)) : [];
    lit.forEach(mark => mark.classList.add("is-lit"));
  };
  const target = event => event.target.closest("mark[data-keys], .pin");

  texts.addEventListener("pointerover", event => light(target(event)));
  texts.addEventListener("pointerleave", () => light(null));
  texts.addEventListener("focusin", event => light(target(event)));
  texts.addEventListener("focusout", () => light(null));

  // Only a text that scrolls by itself moves; the page stays where the reader is. Heights above are estimates until they are shown, so look twice.
  const centre = (mark, again = true) => {
    const box = mark.closest(".text");
    if (box.scrollHeight <= box.clientHeight) return;
    const at = mark.getBoundingClientRect();
    const frame = box.getBoundingClientRect();
    if (at.width > 0 && at.top > frame.top && at.bottom < frame.bottom - panel.offsetHeight && again) return;
    box.scrollTop += at.top - frame.top - box.clientHeight / 4;
    if (again) requestAnimationFrame(() => centre(mark, false));
  };

  const show = (keys, from) => {
    texts.querySelectorAll("mark.is-selected").forEach(mark => mark.classList.remove("is-selected"));
    const marks = marksOf(keys);
    marks.forEach(mark => mark.classList.add("is-selected"));
    texts.classList.toggle("has-selection", marks.length > 0);
    const other = marks.find(mark => mark.closest(".text-side") !== from.closest(".text-side"));
    if (other) centre(other);
  };

  const choose = async (pin, from) => {
    show([keysOf(pin)[0]], from);
    const address = new URL(pin.href);
    history.replaceState(null, "", address);
    const answer = await fetch(address, { headers: { Accept: "text/html" } });
    if (!answer.ok) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    panel.replaceChildren(...page.getElementById("selected").children);
  };

  texts.addEventListener("click", event => {
    const hit = target(event);
    if (!hit || event.ctrlKey || event.metaKey || event.shiftKey || !window.getSelection().isCollapsed) return;
    const pin = hit.matches(".pin") ? hit : texts.querySelector('.pin[data-keys~="' + keysOf(hit)[keysOf(hit).length - 1] + '"]');
    if (!pin) return;
    event.preventDefault();
    choose(pin, hit);
  });

  panel.addEventListener("click", event => {
    const close = event.target.closest("[data-close]");
    if (!close) return;
    event.preventDefault();
    history.replaceState(null, "", close.href);
    panel.replaceChildren();
    texts.classList.remove("has-selection");
    texts.querySelectorAll("mark.is-selected").forEach(mark => mark.classList.remove("is-selected"));
  });

  const chosen = texts.querySelector(".is-plan .pin.is-selected");
  if (chosen) {
    show(keysOf(chosen), chosen);
    const box = chosen.closest(".text");
    const look = () => box.scrollHeight > box.clientHeight ? (texts.scrollIntoView(), centre(chosen)) : chosen.scrollIntoView();
    look();
    requestAnimationFrame(look);
  }
})();
