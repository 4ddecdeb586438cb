// Every address of the API, to be tried from this page with the reader's own login or a token.
(() => {
  const place = document.getElementById("developers-try");
  if (!place || !window.SwaggerUIBundle) return;
  SwaggerUIBundle({ url: place.dataset.description, domNode: place, deepLinking: true, docExpansion: "list", defaultModelsExpandDepth: 0, validatorUrl: null, tryItOutEnabled: true });
})();
