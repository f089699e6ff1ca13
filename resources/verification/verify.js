"use strict";

/* The page itself: takes a code or a file, asks token.js and pdf.js, and says what was found.
   Nothing is sent: what stands after # in an address never leaves the browser, and the page’s
   security policy forbids every connection. */

const LIST_IS_OLD_AFTER = 90; // days
const PICTURES = {
  genuine: "M21.8 10A10 10 0 1 1 17 3.3M9 11l3 3L22 4",
  notice: "m21.7 18-8-14a2 2 0 0 0-3.5 0l-8 14A2 2 0 0 0 4 21h16a2 2 0 0 0 1.7-3M12 9v4M12 17h.01",
  changed: "M12 2a10 10 0 1 0 0 20 10 10 0 1 0 0-20M15 9l-6 6M9 9l6 6",
  unknown: "M12 2a10 10 0 1 0 0 20 10 10 0 1 0 0-20M9.1 9a3 3 0 0 1 5.8 1c0 2-3 3-3 3M12 17h.01",
  replaced: "M3 12a9 9 0 0 1 9-9 9.8 9.8 0 0 1 6.7 2.7L21 8M21 3v5h-5M21 12a9 9 0 0 1-9 9 9.8 9.8 0 0 1-6.7-2.7L3 16M8 16H3v5",
};
const TONES = {
  genuine: "good", genuine_expired: "warning", changed: "bad", revoked: "bad",
  replaced: "warning", unknown: "warning", unchecked: "warning",
};

const page = {
  language: navigator.language.toLowerCase().startsWith("cy") ? "cy" : "en",
  issuer: globalThis.academyKeys?.issuer ?? "",
  keys: globalThis.academyKeys?.keys ?? [],
  list: undefined, // what was withdrawn by when; null where it could not be read
  found: null, // what is shown now
  asked: 0, // counts checks, so that a slow one never covers a later one
};

const part = (id) => document.getElementById(id);
const say = (key, facts) => sentence(page.language, key, { issuer: page.issuer, ...facts });

// ---- checking ---------------------------------------------------------------------------------

/** Check what `given` promises ({token, marks}), and show what was found. */
async function check(given, file = "") {
  const mine = ++page.asked;
  show({ checking: true });
  let found;
  try {
    requireMeans();
    await listRead;
    found = await judged(await given(), file);
  } catch (doubt) {
    if (!(doubt instanceof Doubt)) throw doubt;
    found = { verdict: doubt.verdict, reasons: [[doubt.reason, doubt.facts]] };
  }
  if (mine !== page.asked) return;
  show(found);
  part("verdict").scrollIntoView({ block: "nearest" });
}

function requireMeans() {
  if (!globalThis.crypto?.subtle) throw new Doubt("unchecked", "browser_old");
  if (page.keys.length === 0) throw new Doubt("unchecked", "keys_missing");
}

/** Return the verdict on a token. Throws a Doubt. */
async function judged({ token, marks = [] }, file) {
  const { facts, notes } = await verifiedToken(token, page.keys);
  notes.push(...marks);
  const compare = file ? ["compare_file", { file }] : ["compare", {}];
  const gone = page.list?.numbers.get(facts.number);
  if (gone) {
    const reasons = gone.by ? [["by", gone], ...notes, compare] : [...notes, compare];
    return { verdict: gone.state, facts, day: gone.on, reasons };
  }
  const over = facts.expires_on && facts.expires_on < today();
  const said = over ? [["expired", { day: facts.expires_on }]] : [];
  const reasons = [...said, ...notes, onTheList(), compare];
  return { verdict: over ? "genuine_expired" : "genuine", facts, reasons };
}

function onTheList() {
  if (page.list === null) return ["list_unread", {}];
  const moment = () => plainMoment(page.language, page.list.made_at);
  const days = Math.floor((Date.now() - Date.parse(page.list.made_at)) / 86_400_000);
  return [days > LIST_IS_OLD_AFTER ? "list_old" : "list_good", { moment, days }];
}

function today() {
  const now = new Date(), two = (number) => String(number).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** Read the signed list beside the page, past what the browser remembers of it. */
function readList() {
  return new Promise((done) => {
    const script = document.createElement("script");
    const kept = location.protocol === "file:" ? "" : `?${Date.now()}`;
    script.src = `withdrawn.js${kept}`;
    script.onload = script.onerror = done;
    document.head.append(script);
  }).then(async () => {
    requireMeans();
    page.list = await verifiedList(globalThis.academyWithdrawn ?? "", page.keys);
  }).catch((doubt) => {
    if (!(doubt instanceof Doubt)) throw doubt;
    page.list = null;
  }).finally(showKnown);
}

// ---- showing ----------------------------------------------------------------------------------

function made(tag, name = "", ...inside) {
  const element = document.createElement(tag);
  if (name) element.className = name;
  element.append(...inside);
  return element;
}

function picture(name) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  path.setAttribute("d", PICTURES[name] ?? PICTURES.notice);
  svg.append(path);
  return svg;
}

function show(found) {
  page.found = found;
  const verdict = part("verdict");
  verdict.setAttribute("aria-busy", String(Boolean(found?.checking)));
  if (found === null) return verdict.replaceChildren();
  if (found.checking) return verdict.replaceChildren(made("p", "checking", say("checking")));
  const { verdict: word, facts, day } = found;
  const name = word === "revoked" ? "changed" : word === "genuine_expired" ? "notice" : word;
  const heading = made("h2", "", picture(name), made("span", "", say(word)));
  const key = `says_${word === "genuine_expired" ? "genuine" : word}`;
  const card = made("section", `card ${TONES[word]}`, heading);
  card.dataset.verdict = word;
  card.append(made("p", "lead", say(key, { day, issuer: facts?.issuer ?? page.issuer })));
  if (facts) card.append(listed(facts));
  card.append(made("ul", "reasons", ...found.reasons.map(reasonShown)));
  verdict.replaceChildren(card);
  document.title = `${say(word)} – ${say("title")}`;
}

function reasonShown([key, facts]) {
  const told = Object.entries(facts).map(([name, fact]) =>
    [name, typeof fact === "function" ? fact() : fact]);
  const item = made("li", "", say(key, Object.fromEntries(told)));
  item.dataset.reason = key;
  if (["list_unread", "list_old", "key_seen", "end_missing"].includes(key)) {
    item.className = "caution";
    item.prepend(picture("notice"));
  }
  return item;
}

function listed(facts) {
  const list = made("dl");
  for (const [name, said] of shownFacts(facts)) {
    if (!said) continue;
    const value = made("dd", "", said);
    value.dataset.fact = name;
    list.append(made("div", "", made("dt", "", say(name)), value));
  }
  return list;
}

function shownFacts(facts) {
  const day = (value) => value && plainDay(page.language, value);
  const award = ["completion", "attendance", "achievement"].includes(facts.award);
  return [
    ["name", facts.name],
    ["programme", facts.programme],
    ["cohort", facts.cohort],
    ["award", award ? say(facts.award) : facts.award],
    ["hours", facts.hours],
    ["dates", span(facts.starts_on, facts.ends_on)],
    ["issued_on", day(facts.issued_on)],
    ["expires_on", day(facts.expires_on)],
    ["number", facts.number],
    ["issuer", facts.issuer],
  ];
}

function span(first, last) {
  if (first && last && first !== last) return say("from_to", { first, last });
  if (first && last) return plainDay(page.language, first);
  if (first) return say("from", { first });
  return last ? say("to", { last }) : "";
}

function showKnown() {
  part("known-keys").textContent = page.keys.length === 0
    ? say("keys_missing")
    : say("keys_known", { kids: page.keys.map((key) => key.kid).join(", ") });
  if (page.list === undefined) return; // not read yet
  part("known-list").textContent = page.list === null
    ? say("list_of_none")
    : say("list_of", { moment: plainMoment(page.language, page.list.made_at) });
}

function speak(language) {
  page.language = language;
  document.documentElement.lang = language === "cy" ? "cy" : "en-GB";
  document.title = say("title");
  part("issuer").textContent = page.issuer;
  part("languages").setAttribute("aria-label", say("language"));
  for (const one of document.querySelectorAll("[data-says]")) one.textContent = say(one.dataset.says);
  for (const one of document.querySelectorAll("[data-language]")) {
    one.setAttribute("aria-pressed", String(one.dataset.language === language));
  }
  showKnown();
  if (page.found) show(page.found);
}

// ---- what people give -------------------------------------------------------------------------

function checkCode() {
  const typed = part("code").value;
  check(async () => {
    if (!typed.trim()) throw new Doubt("unchecked", "nothing_given");
    return { token: tokenIn(typed) };
  });
}

function checkFiles(files) {
  check(async () => {
    if (files.length !== 1) throw new Doubt("unchecked", "one_file");
    return readFile(files[0]);
  }, files[0]?.name ?? "");
}

function checkAddress() {
  if (location.hash.length > 1) check(async () => ({ token: tokenIn(location.hash) }));
}

function listen() {
  part("by-code").addEventListener("submit", (event) => {
    event.preventDefault();
    checkCode();
  });
  part("code").addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.isComposing) return;
    event.preventDefault();
    checkCode();
  });
  part("file").addEventListener("change", () => {
    const files = [...part("file").files];
    part("file").value = ""; // so that the same file can be chosen again
    if (files.length > 0) checkFiles(files);
  });
  for (const one of document.querySelectorAll("[data-language]")) {
    one.addEventListener("click", () => speak(one.dataset.language));
  }
  addEventListener("dragover", (event) => {
    event.preventDefault();
    part("dropping").hidden = !event.dataTransfer?.types.includes("Files");
  });
  addEventListener("dragleave", (event) => {
    if (event.relatedTarget === null) part("dropping").hidden = true;
  });
  addEventListener("drop", (event) => {
    event.preventDefault();
    part("dropping").hidden = true;
    const files = [...(event.dataTransfer?.files ?? [])];
    if (files.length > 0) checkFiles(files);
  });
  addEventListener("hashchange", checkAddress);
}

listen();
speak(page.language);
const listRead = readList();
checkAddress();
