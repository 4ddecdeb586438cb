// Joins a commitment with its evidence: pointing lights both up, choosing one brings the other text to it. Every choice is also an address.
(function () {
  const folded = location.hash === "#unpromised" && document.getElementById("unpromised");
  if (folded) folded.open = true;
  const texts = document.querySelector("[data-texts]");
  if (!texts) return;
  const panel = document.getElementById("selected");
  const keysOf = element => (element.dataset.keys || "").split(" ").filter(Boolean);
  // Read once: a long report has thousands of marks, and the pointer moves often.
  const marksByKey = new Map();
  const pinByKey = new Map();
  for (const element of texts.querySelectorAll("mark[data-keys], .pin")) {
    for (const key of keysOf(element)) {
      if (element.matches(".pin")) { if (!pinByKey.has(key)) pinByKey.set(key, element); }
      else if (marksByKey.has(key)) marksByKey.get(key).push(element);
      else marksByKey.set(key, [element]);
    }
  }
  const marksOf = keys => [...new Set(keys.flatMap(key => marksByKey.get(key) || []))];
  let lit = [];
  let under = null;

  const light = element => {
    if (element === under) return;
    under = element;
    lit.forEach(mark => mark.classList.remove("is-lit"));
    lit = element ? marksOf(keysOf(element)) : [];
    lit.forEach(mark => mark.classList.add("is-lit"));
  };
  const target = event => event.target.closest("mark[data-keys], .pin");

  // Where the keyboard goes from mark to mark, texts move under a pointer that rests.
  const isByKeyboard = () => document.activeElement !== null && document.activeElement.matches("[data-grip]");
  texts.addEventListener("pointerover", event => { if (!isByKeyboard()) light(target(event)); });
  texts.addEventListener("pointerleave", () => { if (!isByKeyboard()) light(null); });
  texts.addEventListener("focusin", event => light(target(event)));
  texts.addEventListener("focusout", () => light(null));

  // What lies above is drawn as it comes into view and grows or shrinks then, later the slower the machine: look again for some frames,
  // until the reader goes elsewhere.
  const Looks = 30;
  const asked = new Map();
  const keepLooking = (box, look, left = Looks) => {
    look();
    cancelAnimationFrame(asked.get(box));
    if (left > 0) asked.set(box, requestAnimationFrame(() => keepLooking(box, look, left - 1)));
  };
  for (const sign of ["wheel", "touchstart", "touchmove", "pointerdown", "keydown"])
    document.addEventListener(sign, event => { if (event.key !== "Enter") asked.forEach(frame => cancelAnimationFrame(frame)); }, { capture: true, passive: true });

  // Only a text that scrolls by itself moves; the page stays where the reader is. What is folded away has no place to move to.
  const scrolls = box => box.scrollHeight > box.clientHeight;
  const isShown = mark => mark.getClientRects().length > 0;
  const bring = (mark, box) => {
    if (!isShown(mark)) return;
    const at = mark.getBoundingClientRect();
    const frame = box.getBoundingClientRect();
    if (at.top > frame.top && at.bottom < frame.bottom - panel.offsetHeight) return;
    box.scrollTop += at.top - frame.top - box.clientHeight / 4;
  };
  const centre = mark => {
    const box = mark.closest(".text");
    if (scrolls(box)) keepLooking(box, () => bring(mark, box));
  };

  let selected = [];
  const show = (keys, from) => {
    selected.forEach(mark => mark.classList.remove("is-selected"));
    selected = marksOf(keys);
    selected.forEach(mark => mark.classList.add("is-selected"));
    texts.classList.toggle("has-selection", selected.length > 0);
    const other = selected.find(mark => mark.closest(".text-side") !== from.closest(".text-side"));
    if (other) centre(other);
  };

  const choose = async (pin, from) => {
    show([keysOf(pin)[0]], from);
    const address = new URL(pin.href);
    history.replaceState(null, "", address);
    const card = new URL(address);
    card.searchParams.set("handler", "card");
    const answer = await fetch(card, { headers: { Accept: "text/html" } });
    if (!answer.ok) return location.assign(address);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    panel.replaceChildren(...page.body.children);
    offerCopy();
  };

  texts.addEventListener("click", event => {
    const hit = target(event);
    if (!hit || event.ctrlKey || event.metaKey || event.shiftKey || !window.getSelection().isCollapsed) return;
    const pin = hit.matches(".pin") ? hit : pinByKey.get(keysOf(hit)[keysOf(hit).length - 1]);
    if (!pin) return;
    event.preventDefault();
    choose(pin, hit);
  });

  const offerCopy = () => panel.querySelectorAll("[data-copy]").forEach(button => { button.hidden = !navigator.clipboard; });
  panel.addEventListener("click", async event => {
    const copy = event.target.closest("[data-copy]");
    if (copy) {
      await navigator.clipboard.writeText(new URL(copy.dataset.copy, location.href).href);
      copy.textContent = copy.dataset.copied;
      return;
    }
    const close = event.target.closest("[data-close]");
    if (!close) return;
    event.preventDefault();
    history.replaceState(null, "", close.href);
    panel.replaceChildren();
    texts.classList.remove("has-selection");
    selected.forEach(mark => mark.classList.remove("is-selected"));
    selected = [];
  });

  // By keyboard the drawing goes from mark to mark, starting at what is in view.
  const byKeyboard = (map, box) => {
    const grip = map.parentElement.querySelector("[data-grip]");
    if (!grip) return;
    const ticks = [...map.querySelectorAll("a")];
    const topOf = tick => Number(tick.firstElementChild.getAttribute("y"));
    const inView = () => Math.max(0, ticks.findIndex(tick => topOf(tick) >= 1000 * box.scrollTop / box.scrollHeight));
    const steps = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1, PageDown: 10, PageUp: -10 };
    const pinAt = at => document.getElementById(ticks[at].getAttribute("href").slice(1));
    let current = -1;
    const go = at => {
      if (current >= 0) ticks[current].classList.remove("is-current");
      current = Math.min(ticks.length - 1, Math.max(0, at));
      ticks[current].classList.add("is-current");
      const pin = pinAt(current);
      const place = grip.dataset.at.replace("{0}", current + 1).replace("{1}", ticks.length);
      grip.setAttribute("aria-valuenow", String(current + 1));
      grip.setAttribute("aria-valuetext", `${place} ${pin.getAttribute("aria-label")}`);
      centre(pin.nextElementSibling || pin);
      light(pin);
      const answer = lit.find(mark => mark.closest(".text-side") !== pin.closest(".text-side"));
      if (answer) centre(answer);
    };
    grip.hidden = false;
    grip.addEventListener("keydown", event => {
      if (event.key === "Enter" || event.key === " ") { if (current >= 0) choose(pinAt(current), pinAt(current)); }
      else if (event.key === "Home") go(0);
      else if (event.key === "End") go(ticks.length - 1);
      else if (event.key in steps) go(current < 0 ? inView() : current + steps[event.key]);
      else return;
      event.preventDefault();
    });
    grip.addEventListener("focus", () => { current = -1; });
    grip.addEventListener("blur", () => { for (const tick of ticks) tick.classList.remove("is-current"); });
  };

  // The small drawing beside a text shows which part of it is in view, and leads to any other.
  texts.querySelectorAll("[data-minimap]").forEach(map => {
    const box = map.parentElement.querySelector(".text");
    const view = map.querySelector(".minimap-view");
    let waiting = false;
    const follow = () => {
      waiting = false;
      const whole = box.scrollHeight;
      if (!whole) return;
      view.setAttribute("y", String(1000 * box.scrollTop / whole));
      view.setAttribute("height", String(box.clientHeight < whole ? 1000 * box.clientHeight / whole : 0));
    };
    const later = () => { if (!waiting) { waiting = true; requestAnimationFrame(follow); } };
    box.addEventListener("scroll", later, { passive: true });
    addEventListener("resize", later);
    later();
    byKeyboard(map, box);
    map.addEventListener("click", event => {
      event.preventDefault();
      const tick = event.target.closest("a");
      const mark = tick && document.getElementById(tick.getAttribute("href").slice(1));
      if (mark) { centre(mark.nextElementSibling || mark); mark.focus({ preventScroll: true }); }
      else box.scrollTop = (event.clientY - map.getBoundingClientRect().top) / map.clientHeight * box.scrollHeight - box.clientHeight / 2;
    });
  });

  offerCopy();
  const chosen = texts.querySelector(".is-plan .pin.is-selected");
  if (chosen) {
    show(keysOf(chosen), chosen);
    const box = chosen.closest(".text");
    const words = chosen.nextElementSibling || chosen;
    keepLooking(box, () => {
      if (scrolls(box)) { texts.scrollIntoView({ behavior: "instant" }); bring(words, box); }
      else if (isShown(words)) scrollBy({ top: words.getBoundingClientRect().top - innerHeight / 4, behavior: "instant" });
    });
  }
})();
