// On the page of a blind answer j and k move among the passages, and a focused box or button does not take the keys away.
(function () {
  const same = { j: "ArrowDown", k: "ArrowUp", " ": "y" };

  document.addEventListener("keydown", (event) => {
    if (!event.isTrusted || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const onBox = event.target.matches("input[type=checkbox], input[type=radio]");
    if (!onBox && event.target.closest("input, textarea, select, dialog[open]")) return;
    // A button in a closed dialog keeps the focus for a moment; only one that is seen takes the key.
    const pressed = onBox ? event.target : event.target.closest("a, button, summary");
    if (event.key === " " && pressed && pressed.offsetParent !== null) return;
    const key = same[event.key] || (onBox && event.key.length === 1 ? event.key : null);
    if (!key) return;
    const passedOn = new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true });
    document.body.dispatchEvent(passedOn);
    if (passedOn.defaultPrevented) event.preventDefault();
  });
})();
