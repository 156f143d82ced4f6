// Where an element with data-live stands, the page follows what happens: told of a change, it asks for itself again and
// replaces that element alone, but takes no form away that somebody has opened or is writing in. Without scripts the page shows how things stood when it was opened.
(function () {
  "use strict";
  const live = document.querySelector("[data-live]");
  if (!live || !window.EventSource || !window.htmx) {
    return;
  }
  const source = new EventSource("/office/events");
  source.addEventListener("changed", function () {
    const here = document.querySelector("[data-live]");
    if (here && !here.querySelector("details[open] form") && !here.contains(document.activeElement && document.activeElement.closest("input, textarea, select"))) {
      window.htmx.ajax("GET", window.location.pathname + window.location.search, {
        target: "#" + here.id, select: "#" + here.id, swap: "outerHTML"
      });
    }
  });
})();
