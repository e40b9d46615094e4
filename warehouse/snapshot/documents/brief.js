"use strict";
// draws the charts of the brief; a choice changes one and its heading
const charts = JSON.parse(document.getElementById("charts").textContent);
for (const chart of charts) {
  const frame = document.getElementById(chart.id);
  const options = { mode: "vega-lite", actions: false, ast: true, renderer: "svg", defaultStyle: false, tooltip: { disableDefaultStyle: true } };
  vegaEmbed(frame.querySelector(".canvas"), chart.spec, options).then(({ view }) => {
    const choice = frame.querySelector("select");
    frame.dataset.drawn = "yes";
    if (!choice) return;
    choice.hidden = false;
    choice.addEventListener("change", () => {
      frame.querySelector(".heading").textContent = chart.headings[choice.value];
      view.signal("chosen", choice.value).runAsync();
    });
  });
}
