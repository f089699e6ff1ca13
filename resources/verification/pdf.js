"use strict";

/* Finds the tokens in the bytes of a PDF. They stand there in plain letters, in the information
   dictionary and in the link; a program that saved the file again may have packed them. */

const IN_FILE =
  /(?<![\w.-])eyJhbGciOiJFUzI1NiIsImtpZCI6[\w-]{15}\.[\w-]{40,3900}\.[\w-]{86}(?![\w-])/g;
const LARGEST_FILE = 20 * 1024 * 1024;
const MOST_UNPACKED = 64 * 1024 * 1024;

/** Return {token, marks} of a file (a Blob): its one token, and what is odd about the file.
    Throws a Doubt that says why there is none. */
async function readFile(file) {
  if (file.size > LARGEST_FILE) throw new Doubt("unknown", "pdf_too_large", { limit: 20 });
  let bytes;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch {
    throw new Doubt("unknown", "file_unreadable");
  }
  const text = lettersOf(bytes);
  if (!text.slice(0, 1024).includes("%PDF-")) throw new Doubt("unknown", "not_a_pdf");
  if (/\/Encrypt\s*(\d+\s+\d+\s+R|<<)/.test(text)) throw new Doubt("unknown", "pdf_encrypted");
  const { packed, unread } = await unpacked(bytes, text);
  const found = new Set([text, ...packed].flatMap(tokensIn));
  if (found.size > 1) throw new Doubt("changed", "tokens_differ", { count: found.size });
  const whole = /startxref\s+\d+\s+%%EOF/.test(text.slice(-2048));
  if (found.size === 0) {
    throw new Doubt("unknown", !whole ? "pdf_cut_off" : unread ? "pdf_unread" : "no_certificate");
  }
  return { token: [...found][0], marks: whole ? [] : [["end_missing", {}]] };
}

/** Return each byte as one character; all that is looked for is ASCII. */
function lettersOf(bytes) {
  return new TextDecoder("windows-1252").decode(bytes);
}

function tokensIn(text) {
  const found = text.match(IN_FILE) ?? [];
  const spelt = text.match(/<[0-9A-Fa-f\s]{400,}>/g) ?? []; // strings written in hexadecimal
  const broken = text.match(/\((?:[^()\\]|\\\r?\n|\\[()\\]){200,}\)/g) ?? []; // and in lines
  const written = [
    ...spelt.map(fromHexadecimal),
    ...broken.map((one) => one.replace(/\\\r?\n/g, "")),
  ];
  return [...found, ...written.flatMap((one) => one.replaceAll("\0", "").match(IN_FILE) ?? [])];
}

function fromHexadecimal(spelt) {
  const digits = spelt.replace(/[^0-9A-Fa-f]/g, "").match(/../g) ?? [];
  return digits.map((pair) => String.fromCharCode(Number.parseInt(pair, 16))).join("");
}

/** Return what the object streams of a file hold, and whether one could not be read. */
async function unpacked(bytes, text) {
  const packed = [];
  let unread = false, left = MOST_UNPACKED;
  for (const head of text.matchAll(/\/Type\s*\/ObjStm\b/g)) {
    const stream = streamOf(bytes, text, head.index);
    const said = stream && (await inflated(stream.data, stream.filter, left));
    if (said == null) {
      unread = true;
    } else {
      packed.push(said);
      left -= said.length;
    }
  }
  return { packed, unread };
}

/** Return the data and the filter of the stream whose dictionary has this place in it. */
function streamOf(bytes, text, place) {
  const first = text.lastIndexOf(" obj", place);
  const words = /\bstream\r?\n/g;
  words.lastIndex = place;
  const begin = words.exec(text);
  if (first < 0 || begin === null) return null;
  const dictionary = text.slice(first, begin.index);
  const start = begin.index + begin[0].length;
  const length = lengthIn(dictionary, text);
  let end = start + length;
  if (length < 0 || !/^\s*endstream/.test(text.slice(end, end + 20))) {
    end = text.indexOf("endstream", start);
    if (end < 0) return null;
    end -= /\r?\n?$/.exec(text.slice(end - 2, end))[0].length;
  }
  return { data: bytes.subarray(start, end), filter: /\/Filter\s*\[?\s*\/(\w+)/.exec(dictionary)?.[1] };
}

function lengthIn(dictionary, text) {
  const said = /\/Length\s+(\d+)(\s+\d+\s+R)?/.exec(dictionary);
  if (said === null) return -1;
  if (!said[2]) return Number(said[1]);
  const there = new RegExp(`(?<!\\d)${said[1]}\\s+\\d+\\s+obj\\s+(\\d+)`).exec(text);
  return there === null ? -1 : Number(there[1]);
}

/** Return the text of a stream, null where it cannot be read. */
async function inflated(data, filter, most) {
  if (filter === undefined) return lettersOf(data);
  if (filter !== "FlateDecode" || typeof DecompressionStream === "undefined") return null;
  const parts = [];
  let size = 0;
  try {
    const stream = new Blob([data]).stream().pipeThrough(new DecompressionStream("deflate"));
    const reader = stream.getReader();
    for (let { done, value } = await reader.read(); !done; { done, value } = await reader.read()) {
      size += value.length;
      if (size > most) {
        await reader.cancel();
        return null;
      }
      parts.push(value);
    }
  } catch {
    return null;
  }
  return lettersOf(new Uint8Array(await new Blob(parts).arrayBuffer()));
}
