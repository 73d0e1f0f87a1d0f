"use strict";
(() => {
  // A sentence lights up wherever it stands when the pointer or the keyboard is on it or on a link to it.
  let lit = [];
  const light = (event) => {
    for (const one of lit) one.classList.remove("lit");
    const here = event.target.closest("[data-sentence], a.id");
    const id = here && (here.dataset.sentence ?? here.hash.slice(1));
    lit = id ? [...document.querySelectorAll(`[data-sentence="${CSS.escape(id)}"], tr#${CSS.escape(id)}`)] : [];
    for (const one of lit) one.classList.add("lit");
  };
  document.addEventListener("pointerover", light);
  document.addEventListener("focusin", light);

  // The filters work without a script; this one only says how many rows they leave.
  const filter = document.getElementById("row-filter");
  const rows = [...document.querySelectorAll(".rows tbody tr")];
  const tell = () => {
    const shown = rows.filter((row) => row.getClientRects().length > 0).length;
    filter.querySelector("output").textContent = `${shown} of ${rows.length} rows shown`;
  };
  filter?.addEventListener("change", tell);
  filter?.addEventListener("reset", () => setTimeout(tell));
})();
