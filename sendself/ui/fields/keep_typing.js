// See keep_typing.py. PAUSE and NEWS are milliseconds, NARROW is pixels and COOKIE a name, set there.
export default function (component) {
  const known = window.__sendself;
  window.__sendself = {
    ...component.data, tell: component.setStateValue, ask: component.setTriggerValue, handled: known?.handled ?? new Set(),
    load: known?.load ?? `sendself ${Math.random()}`, told: known?.told ?? new Map(),
    followed: known?.followed ?? new Map(),
    // A session that begins does not know yet which boxes lag behind.
    seen: known?.tab && component.data.first ? known.seen : structuredClone(component.data.seen),
  };
  const page = window.__sendself; // What the newest run of the server says.
  const SIGN = "sendself draft ";
  const MONTH = 30 * 24 * 3600_000;
  const SENT = 5;

  const isBox = (target) => target && (target.tagName === "TEXTAREA"
    || (target.tagName === "INPUT" && target.closest('[data-testid="stTextInput"]')));
  const nameOf = (target) => [...(target.closest('[class*="st-key-"]')?.classList ?? [])]
    .find((name) => name.startsWith("st-key-"));
  const boxCalled = (name) => document.querySelector(`.${CSS.escape(name)} textarea, .${CSS.escape(name)} input`);
  // A run that began before the server heard which box follows does not know it yet.
  for (const [name, { text, version }] of page.followed) {
    if (page.seen.behind[name] < version && boxCalled(name)?.value === text) page.seen.behind[name] = version;
  }

  // Drafts: what was typed and is not known to be saved, kept in this browser. Without room there are none. Each page
  // has one of its own for each box: what the reader of another page has seen says nothing of this one's.
  const parse = (key) => { try { return JSON.parse(localStorage.getItem(key)); } catch { return null; } };
  const own = (name) => `${SIGN}${name} ${page.load}`;
  const read = (name) => parse(own(name));
  const write = (name, draft) => { try { localStorage.setItem(own(name), JSON.stringify(draft)); } catch { /* full */ } };
  const drop = (key) => { try { localStorage.removeItem(key); } catch { /* none */ } };
  const keys = () => { try { return Object.keys(localStorage).filter((key) => key.startsWith(SIGN)); } catch { return []; } };
  // The newest first.
  const drafts = () => keys().map((key) => ({ key, name: key.slice(SIGN.length).split(" ")[0], draft: parse(key) }))
    .sort((one, other) => (other.draft?.at ?? 0) - (one.draft?.at ?? 0));
  for (const { id, box, text, draft: taken } of page.settled) {
    if (page.handled.has(id)) continue;
    page.handled.add(id);
    for (const { key, name, draft } of drafts()) {
      const mine = draft?.load === page.load;
      if (!draft || (taken ? key !== taken : name !== box || !(mine || page.told.has(key)))) continue;
      if (text === null || text === draft.text || (mine && !taken && text === boxCalled(box)?.value)) drop(key);
      else if (mine && !taken) write(box, { ...draft, seq: page.seen.seq, version: page.seen.behind[box] ?? null });
    }
  }
  keys().filter((key) => page.forgotten.some((evaluation) => key.includes(evaluation))).forEach(drop);
  // A link led to one place of this page: its heading gets the focus as soon as it is drawn.
  const goTo = (place, tries) => {
    const there = document.getElementById(place.place);
    if (window.__sendself.place?.id !== place.id) return;
    if (there) { there.tabIndex = -1; there.focus(); there.scrollIntoView(); }
    else if (tries) setTimeout(() => goTo(place, tries - 1), 100);
  };
  if (page.place && !page.handled.has(page.place.id)) { page.handled.add(page.place.id); goTo(page.place, 100); }
  if (known) return;

  // A lock is held for as long as this page lives, however it ends: so others know whose drafts are left behind.
  const { load, told } = page;
  navigator.locks?.request(load, () => new Promise(() => {}));
  const living = async () => (await navigator.locks?.query())?.held.map((lock) => lock.name);
  const toldAway = new Map();
  const note = (target) => {
    const name = nameOf(target);
    if (!name || !window.__sendself.tab) return;
    const { seq, behind } = window.__sendself.seen;
    const draft = read(name) ?? { seq, version: behind[name] ?? null };
    write(name, { ...draft, text: target.value, load, at: Date.now() });
  };
  // What was sent may be saved although this page never hears of it: it is no word of somebody else.
  const noteSent = (target) => {
    const name = nameOf(target), draft = name && read(name);
    if (draft && draft.text === target.value && draft.sent?.at(-1) !== draft.text) {
      write(name, { ...draft, sent: [...(draft.sent ?? []), draft.text].slice(-SENT) });
    }
  };
  const tellSeen = () => {
    const shown = drafts().filter(({ name, draft }) => draft?.load === load && boxCalled(name)?.value === draft.text);
    const sent = Object.fromEntries(shown.map(({ name, draft }) => [name, draft.sent ?? []]));
    window.__sendself.tell("seen", { ...window.__sendself.seen, sent });
  };
  const putBack = async () => {
    const lost = [], pages = await living();
    // A note to the server while it goes to another page would lead back.
    if (!drawn() || underway()) return;
    for (const { key, name, draft } of drafts()) {
      const target = boxCalled(name), now = Date.now();
      if (!draft || now - draft.at > MONTH) { drop(key); continue; }
      const mine = draft.load === load;
      // What another page left behind comes when that page is gone, one by one, and after one's own words.
      if (!mine && (!pages || pages.includes(draft.load) || read(name) || lost.some((one) => one.box === name))) continue;
      const { text, seq, version, sent } = draft, kept = { draft: key, box: name, text, seq, version, sent };
      if (!target) {
        // Back leads away from a box without its words: the server may still know it. Sending them would lead back.
        if (mine && toldAway.get(name) !== draft.at) { toldAway.set(name, draft.at); lost.push({ ...kept, here: false }); }
        continue;
      }
      if (target.value === text) {
        // Typed here and not known to be saved; or put back here; or the page came back with it from the server.
        if (!mine) { if (told.has(key)) write(name, { ...draft, load }); drop(key); }
        continue;
      }
      if (now - (told.get(key) ?? 0) < 5 * PAUSE) continue;
      told.set(key, now);
      lost.push({ ...kept, here: true });
    }
    if (lost.length) window.__sendself.ask("drafts", lost);
  };

  let timer, since = 0;
  const pressEnter = (target) => target.dispatchEvent(new KeyboardEvent("keydown", {
    key: "Enter", code: "Enter", keyCode: 13, bubbles: true, cancelable: true, ctrlKey: target.tagName === "TEXTAREA"}));
  const send = (target) => {
    since = 0;
    if (target.disabled) { timer = setTimeout(() => send(target), PAUSE); return; }
    noteSent(target);
    pressEnter(target);
  };
  const sendNow = () => { clearTimeout(timer); if (isBox(document.activeElement)) send(document.activeElement); };
  // After Streamlit has heard it: what its box refuses, past the most that it takes, is no word to keep.
  document.addEventListener("input", (event) => {
    if (!isBox(event.target) || event.target === following) return;
    note(event.target);
    clearTimeout(timer);
    // Whoever types without a pause is saved all the same, but not in the middle of composing a letter.
    since ||= Date.now();
    const pause = event.isComposing ? 3 * PAUSE : Math.max(0, Math.min(PAUSE, since + 2 * PAUSE - Date.now()));
    timer = setTimeout(() => send(event.target), pause);
  });
  // A box that is left is sent by Streamlit itself.
  document.addEventListener("focusout", (event) => { if (isBox(event.target)) noteSent(event.target); }, true);
  document.addEventListener("visibilitychange", () => { if (document.visibilityState === "hidden") sendNow(); });
  window.addEventListener("pagehide", () => {
    sendNow();
    if (window.__sendself.tab) navigator.sendBeacon("news?tab=" + window.__sendself.tab);
  });
  window.addEventListener("beforeunload", sendNow);

  const app = document.querySelector("[data-test-connection-state]");
  const connected = () => app?.getAttribute("data-test-connection-state") === "CONNECTED";
  const drawn = () => connected() && app.getAttribute("data-test-script-state") === "notRunning";
  // What is sent by itself names the page that is left: between a click that asks for another and the run that answers it
  // that would lead back. A click on what asks for nothing is over sooner.
  let clickedUntil = 0, pressed = false;
  for (const what of ["pointerdown", "click", "popstate"]) {
    window.addEventListener(what, ({ type, target }) => {
      pressed = type === "pointerdown";
      const asks = type === "popstate" || target.closest?.("a, button");
      clickedUntil = Math.max(clickedUntil, Date.now() + (asks ? 1.5 : 0.5) * NEWS);
    }, true);
  }
  const underway = () => Date.now() < clickedUntil;
  const idle = () => drawn() && !underway() && document.visibilityState === "visible";
  const narrow = matchMedia("(max-width: NARROWpx)");
  // A run that is asked for before the boxes of the last one stand would find them empty: only a page that has been at
  // rest for half a second tells. What is told while the connection breaks is not heard, so it is told again.
  let rested = 0;
  const tellWidth = () => {
    rested = idle() && !document.querySelector('[data-stale="true"], [data-testid="stSkeleton"]') ? rested + 1 : 0;
    if (narrow.matches !== window.__sendself.narrow && rested > 5) {
      rested = 0;
      window.__sendself.tell("narrow", narrow.matches);
    }
    setTimeout(tellWidth, 100);
  };
  tellWidth();
  // The first run of a page that is opened next comes before its window can tell: it is most like the one used last.
  const keepWidth = () => { document.cookie = `COOKIE=${narrow.matches ? 1 : 0}; SameSite=Strict`; };
  keepWidth();
  narrow.addEventListener("change", keepWidth);
  for (const what of ["focus", "pagehide"]) window.addEventListener(what, keepWidth);
  // Another page begins at its top: else the focus stays on what led to it, and the reader at the foot of the new page.
  const heading = () => document.querySelector('[data-testid="stMain"] h1');
  let path = location.pathname, title = "", leftAt = 0;
  const begin = () => {
    setTimeout(begin, 100);
    if (location.pathname !== path) { path = location.pathname; leftAt = Date.now(); }
    const there = heading();
    if (!leftAt) { title = there?.textContent; return; }
    // The address may change before the page does: until then its heading is that of the page that is left.
    if (!there || there.textContent === title || there.closest('[data-stale="true"]')) {
      if (Date.now() - leftAt > 30 * NEWS) leftAt = 0;
      return;
    }
    // A box of the page that was left would send its words, which would lead back; one of the new page was chosen.
    const box = isBox(document.activeElement);
    if (box && !drawn()) return;
    leftAt = 0;
    if (box || window.__sendself.place) return;
    there.tabIndex = -1;
    there.focus({ preventScroll: true });
    there.closest('[data-testid="stMain"]').scrollTop = 0;
  };
  begin();
  // What gets the focus by a key is scrolled to the edge of the page, where the bars at its top and foot would hide it.
  const keepClear = () => {
    const main = document.querySelector('[data-testid="stMain"]');
    const height = (bar) => `${document.querySelector(`[data-testid="${bar}"]`)?.offsetHeight ?? 0}px`;
    if (main) main.style.scrollPadding = `${height("stHeader")} 0 ${height("stBottom")}`;
    setTimeout(keepClear, 500);
  };
  keepClear();
  const scheme = () => app && getComputedStyle(app).colorScheme;
  let shownIn = scheme();
  const covers = matchMedia("(max-width: 768px)");
  const look = async () => {
    try {
      // On a phone the task list covers the page: opened once, it is not to cover every page that is loaded after that.
      if (covers.matches) Object.keys(localStorage).filter((key) => key.startsWith("stSidebarCollapsed")).forEach(drop);
      if (idle() && scheme() !== shownIn) {
        shownIn = scheme();
        window.__sendself.tell("news", Date.now());
      }
      follow();
      if (drawn() && !underway()) await putBack();
    } catch { /* this browser keeps nothing */ }
    setTimeout(look, NEWS);
  };
  const ask = async () => {
    const asked = Date.now();
    let answered = false;
    try {
      if (idle() && window.__sendself.tab) {
        // The answer comes as soon as there is something to tell, or after a few seconds.
        const answer = await fetch("news?tab=" + window.__sendself.tab, { cache: "no-store" });
        answered = answer.ok && !(await answer.json()).news;
        if (answer.ok && !answered && idle()) window.__sendself.tell("news", Date.now());
      }
    } catch { /* out of reach: the page says so itself */ }
    setTimeout(ask, answered && Date.now() - asked > NEWS ? 0 : NEWS / 2);
  };
  // A newer text comes into a box that nobody is in and that holds what the server believes: looked at and put there in
  // one step, so that no key falls between. Not while a click is on its way: nothing may move under it.
  let following = null;
  const ownWords = (name, held) => drafts().some((one) => one.name === name
    && !(one.draft?.load === load && one.draft.text === held));
  const take = (target, text) => {
    following = target;
    Object.getOwnPropertyDescriptor(Object.getPrototypeOf(target), "value").set.call(target, text);
    target.dispatchEvent(new Event("input", { bubbles: true }));
    following = null;
    return target.value === text;
  };
  const follow = () => {
    if (!drawn() || underway()) return;
    for (const { box, held, text, version } of window.__sendself.newer) {
      const target = boxCalled(box), offer = `${box} ${version} ${held}`;
      if (!target || target.disabled || target.value !== held || held === text || ownWords(box, held)) continue;
      const fits = target.tagName === "TEXTAREA" || !/[\r\n]/.test(text);
      if (target !== document.activeElement && fits && take(target, text)) {
        drop(own(box));
        window.__sendself.seen.behind[box] = version;
        window.__sendself.followed.set(box, { text, version });
        pressEnter(target);
      } else if (!page.handled.has(offer)) {
        // Somebody is in it: both are shown.
        page.handled.add(offer);
        window.__sendself.tell("news", Date.now());
      }
    }
  };
  setTimeout(look, NEWS);
  setTimeout(ask, NEWS);
  if (app) new MutationObserver(() => {
    if (app.getAttribute("data-test-script-state") === "running" && !pressed) clickedUntil = 0;
    setTimeout(follow, 0);
  })
    .observe(app, { attributes: true, attributeFilter: ["data-test-script-state"] });
  if (app) new MutationObserver(() => {
    if (connected()) {
      // What was left in a box while the connection was gone goes nowhere by itself: this asks for a run that takes it.
      setTimeout(() => {
        [...document.querySelectorAll("textarea, input")].filter(isBox).forEach(send);
        tellSeen();
      }, PAUSE);
    } else {
      tellSeen();
    }
  }).observe(app, { attributes: true, attributeFilter: ["data-test-connection-state"] });
}
