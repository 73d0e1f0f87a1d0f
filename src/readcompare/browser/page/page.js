// Tells the terminal where its program is, keeps the key out of sight, and offers a new reading after the end.
"use strict";

const terminal = document.getElementById("terminal");
terminal.dataset.sessionWebsocketUrl = `${location.protocol === "https:" ? "wss" : "ws"}://${location.host}/ws`;

// The cookie has the key now, so it need not stand in the address bar, where it would be seen and copied.
history.replaceState(null, "", location.pathname);

const again = document.getElementById("again");
again.addEventListener("click", () => location.reload());

// The terminal's script marks on the body what happens; the keys go where they are of use, without a click.
let opened = false;
new MutationObserver(() => {
  const marks = document.body.classList;
  if (marks.contains("-closed")) {
    again.focus();
  } else if (marks.contains("-first-byte") && !opened) {
    opened = true;
    terminal.querySelector("textarea").focus();
  }
}).observe(document.body, { attributes: true, attributeFilter: ["class"] });
