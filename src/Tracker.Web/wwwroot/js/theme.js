// Runs before the first paint: the framework's dark colours hang on an attribute that only a script can set from the system's choice.
(function () {
  const root = document.documentElement;
  const dark = window.matchMedia("(prefers-color-scheme: dark)");
  const apply = () => {
    const theme = root.dataset.theme;
    root.setAttribute("data-bs-theme", theme === "auto" ? (dark.matches ? "dark" : "light") : theme);
  };
  dark.addEventListener("change", apply);
  apply();
  document.addEventListener("DOMContentLoaded", () => {
    const toggle = document.querySelector("[data-theme-toggle]");
    if (toggle) toggle.value = root.getAttribute("data-bs-theme") === "dark" ? "light" : "dark";
  });
})();
