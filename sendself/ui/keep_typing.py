"""Keep typed text safe, and tell of what others do: the one script of the app.

A text box sends nothing until it loses focus. The script sends it after a short pause, and when the page is hidden or
left. When the connection breaks it notes the place in the history that is on screen: after a restart of the server the
first edit is compared with what its writer saw, and not with what somebody saved since. It notes it only then, since
every note to the server draws the page again.

It asks for news every second (see `news`), and only when there are any the page is drawn again; so it is when the
theme changes between light and dark, since charts are drawn for the one or the other.
"""

import streamlit as st

from sendself.ui import session

PAUSE_MS = 900
NEWS_MS = 1000

_SCRIPT = """
export default function (component) {
  const known = window.__sendself;
  window.__sendself = { ...component.data, tell: component.setStateValue };
  if (known) return;
  let timer;
  const box = (target) => target && (target.tagName === "TEXTAREA"
    || (target.tagName === "INPUT" && target.closest('[data-testid="stTextInput"]')));
  const send = (target) => {
    if (target.disabled) { timer = setTimeout(() => send(target), PAUSE); return; }
    target.dispatchEvent(new KeyboardEvent("keydown", {
      key: "Enter", code: "Enter", keyCode: 13, bubbles: true, cancelable: true,
      ctrlKey: target.tagName === "TEXTAREA"}));
  };
  const sendNow = () => { clearTimeout(timer); if (box(document.activeElement)) send(document.activeElement); };
  document.addEventListener("input", (event) => {
    if (!box(event.target)) return;
    clearTimeout(timer);
    timer = setTimeout(() => send(event.target), event.isComposing ? 3 * PAUSE : PAUSE);
  }, true);
  document.addEventListener("visibilitychange", () => { if (document.visibilityState === "hidden") sendNow(); });
  window.addEventListener("pagehide", sendNow);
  window.addEventListener("beforeunload", sendNow);
  window.addEventListener("popstate", sendNow, true);
  const app = document.querySelector("[data-test-connection-state]");
  const idle = () => app && document.visibilityState === "visible"
    && app.getAttribute("data-test-connection-state") === "CONNECTED"
    && app.getAttribute("data-test-script-state") === "notRunning";
  const scheme = () => app && getComputedStyle(app).colorScheme;
  let drawn = scheme();
  const ask = async () => {
    try {
      if (idle() && scheme() !== drawn) {
        drawn = scheme();
        window.__sendself.tell("news", Date.now());
      }
      if (idle() && window.__sendself.tab) {
        const answer = await fetch("news?tab=" + window.__sendself.tab, { cache: "no-store" });
        if (answer.ok && (await answer.json()).news && idle()) window.__sendself.tell("news", Date.now());
      }
    } catch { /* out of reach: the page says so itself */ }
    setTimeout(ask, NEWS);
  };
  setTimeout(ask, NEWS);
  if (app) new MutationObserver(() => {
    if (app.getAttribute("data-test-connection-state") === "CONNECTED") {
      // What was left in a box while the connection was gone goes nowhere by itself: this asks for a run that takes it.
      setTimeout(() => {
        [...document.querySelectorAll("textarea, input")].filter(box).forEach(send);
        window.__sendself.tell("seen", window.__sendself.seen);
      }, PAUSE);
    } else {
      window.__sendself.tell("seen", window.__sendself.seen);
    }
  }).observe(app, { attributes: true, attributeFilter: ["data-test-connection-state"] });
}
""".replace("PAUSE", str(PAUSE_MS)).replace("NEWS", str(NEWS_MS))

_component = st.components.v2.component("sendself_keep_typing", js=_SCRIPT, isolate_styles=False)


def keep_typing(seq: int, tab: str) -> None:
    """Mount the script, once per run and before any box, with the place in history that is on screen.

    `tab` is the name under which it asks for news; empty when no evaluation is open.
    """
    state = _component(
        key="keep-typing",
        data={"seen": seq, "tab": tab},
        default={"seen": seq, "news": 0},
        height=1,
        on_seen_change=_nothing,
        on_news_change=_nothing,
    )
    session.remember("seen", state.seen)


def seen_seq() -> int | None:
    """How far the tab had read when the server went away, as the browser says; `None` when it does not say."""
    seen = session.recall("seen")
    return int(seen) if isinstance(seen, int | float) else None


def _nothing() -> None:
    """Ask for the state without acting on it."""
