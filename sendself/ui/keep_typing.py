"""Keep typed text safe: the one script of the app.

A text box sends nothing until it loses focus. The script sends it after a short pause, and when the page is hidden or
left. It also lets the browser remember how far this tab had read the evaluation (its `seq`), so that after a restart of
the server the first edit is compared with what its writer saw and not with what somebody saved since.
"""

import streamlit as st

from sendself.ui import session

PAUSE_MS = 900

_SCRIPT = """
export default function (component) {
  const { data, setStateValue } = component;
  if (data.seen !== window.__sendselfSeen) {
    window.__sendselfSeen = data.seen;
    setStateValue("seen", data.seen);
  }
  if (window.__sendselfKeepsTyping) return;
  window.__sendselfKeepsTyping = true;
  let timer;
  const box = (target) => target && (target.tagName === "TEXTAREA"
    || (target.tagName === "INPUT" && target.closest('[data-testid="stTextInput"]')));
  const send = (target) => target.dispatchEvent(new KeyboardEvent("keydown", {
    key: "Enter", code: "Enter", keyCode: 13, bubbles: true, cancelable: true,
    ctrlKey: target.tagName === "TEXTAREA"}));
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
}
""".replace("PAUSE", str(PAUSE_MS))

_component = st.components.v2.component("sendself_keep_typing", js=_SCRIPT, isolate_styles=False)


def keep_typing(evaluation: str, seq: int) -> None:
    """Mount the script, once per run and before any box, with the place in history that is on screen."""
    _mount(evaluation, seq)


@st.fragment
def _mount(evaluation: str, seq: int) -> None:
    state = _component(
        key=f"keep-typing|{evaluation}",
        data={"seen": seq},
        default={"seen": seq},
        height=1,
        on_seen_change=lambda: None,
    )
    session.remember(f"seen {evaluation}", state.seen)


def seen_seq(evaluation: str) -> int | None:
    """How far the tab had read when this run began, as the browser says; `None` when it does not say."""
    seen = session.recall(f"seen {evaluation}")
    return int(seen) if isinstance(seen, int | float) else None
