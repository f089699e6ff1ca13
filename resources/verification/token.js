"use strict";

/* Reads and verifies what an academy signed: tokens of certificates and the list of withdrawn
   numbers. docs/reference/certificate-token.md is the format; a text that can be written in another
   way than the academy writes it is refused. */

const TOKEN = /^eyJhbGciOiJFUzI1NiIsImtpZCI6[\w-]{15}\.[\w-]{40,3900}\.[\w-]{86}$/;
const LONGEST_TOKEN = 4096;
const LONGEST_TEXT = 300;
const FIELDS = [
  "number", "name", "programme", "cohort", "award", "hours",
  "starts_on", "ends_on", "issued_on", "expires_on", "issuer",
];
const NEEDED = ["number", "name", "programme", "award", "issued_on", "issuer"];

/** A verdict other than genuine: the word of it and the key of the sentence that says why. */
class Doubt extends Error {
  constructor(verdict, reason, facts = {}) {
    super(reason);
    Object.assign(this, { verdict, reason, facts });
  }
}

/** Return the token in what was typed, pasted or scanned: itself, or what follows # in an address. */
function tokenIn(typed) {
  return typed.slice(typed.lastIndexOf("#") + 1).replace(/\s+/g, "");
}

/** Return {kid, facts} of a token, unverified. Throws a Doubt. */
function readToken(token) {
  if (token.length > LONGEST_TOKEN || !TOKEN.test(token)) {
    throw new Doubt("unknown", "not_a_token");
  }
  const [head, body, signature] = token.split(".");
  let kid, text, said;
  try {
    kid = textOf(head).match(/^\{"alg":"ES256","kid":"([\w-]{8})"\}$/)[1];
    text = textOf(body);
    bytesOf(signature);
    said = JSON.parse(text);
  } catch {
    throw new Doubt("changed", "token_damaged");
  }
  if (Array.isArray(said) && Number.isInteger(said[0]) && said[0] > 1) {
    throw new Doubt("unknown", "token_too_new");
  }
  if (!isWellSaid(said) || JSON.stringify(said) !== text) {
    throw new Doubt("changed", "token_damaged");
  }
  return { kid, facts: Object.fromEntries(FIELDS.map((name, at) => [name, said[at + 1]])) };
}

function isWellSaid(said) {
  return Array.isArray(said) && said[0] === 1 && said.length === FIELDS.length + 1
    && FIELDS.every((name, at) => isFine(name, said[at + 1]));
}

function isFine(name, value) {
  if (typeof value !== "string") return false;
  if (!value) return !NEEDED.includes(name);
  if (name.endsWith("_on")) return isDay(value);
  if (name === "hours" && !/^\d{1,5}(\.\d{1,2})?$/.test(value)) return false;
  const tidy = value.normalize("NFC") === value && !/^ | $| {2}/.test(value);
  return tidy && !/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/u.test(value)
    && !/[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/.test(value)
    && [...value].length <= LONGEST_TEXT;
}

function isDay(value) {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value) || value < "0001") return false;
  const day = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value);
}

/** Return {facts, notes} of a token that one of these keys signed in its time. Throws a Doubt. */
async function verifiedToken(token, keys) {
  const { kid, facts } = readToken(token);
  const key = await verify(token, kid, keys);
  if (key.not_after && facts.issued_on > key.not_after) {
    throw new Doubt("changed", "token_after_key", { day: key.not_after });
  }
  return { facts, notes: key.seen_by_others ? [["key_seen", {}]] : [] };
}

/** Return {made_at, numbers: Map} of a signed list of withdrawn numbers. Throws a Doubt. */
async function verifiedList(compact, keys) {
  let kid, said;
  try {
    const [head, body] = compact.split(".");
    kid = textOf(head).match(/^\{"alg":"ES256","kid":"([\w-]{8})","typ":"withdrawn"\}$/)[1];
    said = JSON.parse(textOf(body));
    if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(said.made_at)) throw new Error();
    if (!isDay(said.made_at.slice(0, 10))) throw new Error();
    for (const [number, state, day] of said.withdrawn) {
      if (!number || !["revoked", "replaced"].includes(state) || !isDay(day)) throw new Error();
    }
  } catch {
    throw new Doubt("unknown", "list_damaged");
  }
  const key = await verify(compact, kid, keys);
  if (key.seen_by_others || (key.not_after && said.made_at.slice(0, 10) > key.not_after)) {
    throw new Doubt("unknown", "list_damaged");
  }
  const numbers = new Map(
    said.withdrawn.map(([number, state, on, by]) => [number, { state, on, by: by || "" }]),
  );
  return { made_at: said.made_at, numbers };
}

/** Return the key that signed a JWS, by its kid. Throws a Doubt: key_unknown, token_forged. */
async function verify(compact, kid, keys) {
  const known = keys.find((one) => one.kid === kid);
  if (!known || (await thumbprint(known)).slice(0, 8) !== kid) {
    throw new Doubt("unknown", "key_unknown", { kid });
  }
  const ecdsa = { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" };
  const { kty, crv, x, y } = known;
  const [head, body, signature] = compact.split(".");
  let holds = false;
  try {
    const key = await crypto.subtle.importKey("jwk", { kty, crv, x, y }, ecdsa, false, ["verify"]);
    const signed = new TextEncoder().encode(`${head}.${body}`);
    holds = await crypto.subtle.verify(ecdsa, key, bytesOf(signature), signed);
  } catch {
    holds = false;
  }
  if (!holds) throw new Doubt("changed", "token_forged");
  return known;
}

/** Return the RFC 7638 thumbprint of a key on P-256. */
async function thumbprint({ x, y }) {
  const said = JSON.stringify({ crv: "P-256", kty: "EC", x, y });
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(said));
  return base64url(new Uint8Array(digest));
}

function textOf(part) {
  return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytesOf(part));
}

/** Return what base64url says; throws where it could have been written in another way. */
function bytesOf(part) {
  if (!/^[\w-]*$/.test(part)) throw new Error(part);
  const said = atob(part.replaceAll("-", "+").replaceAll("_", "/"));
  const bytes = Uint8Array.from(said, (letter) => letter.charCodeAt(0));
  if (base64url(bytes) !== part) throw new Error(part);
  return bytes;
}

function base64url(bytes) {
  const said = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
  return said.replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}
