// @ts-check
/* Runs before the first paint, so it is no module: tells the page that scripts work, and applies a saved scheme. */
(function (html) {
  html.classList.add("sp-js");
  // The list of the build is not the answer to a question in the address.
  if (/[?&][a-z]{1,20}=/.test(location.search)) html.classList.add("sp-gevraagd");
  try {
    const schema = localStorage.getItem("stageportaal.schema");
    if (schema) html.setAttribute("data-md-color-scheme", schema === "dark" ? "slate" : "default");
    if (localStorage.getItem("stageportaal.periode")) html.classList.add("sp-met-periode");
  } catch {
    // A closed storage only means that there is no saved choice.
  }
})(document.documentElement);
