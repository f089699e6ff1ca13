"use strict";

/* What the page says, in English and Welsh. {name} is filled in. */

const WORDS = {
  en: {
    title: "Check a certificate",
    language: "Language",
    intro: "See whether a certificate of {issuer} is genuine. Nothing you give leaves this device.",
    code: "Code of the certificate",
    code_hint: "Scan the QR code with your phone, or paste the code or the address in it here.",
    check: "Check the code",
    or: "or",
    file: "The certificate as a PDF",
    choose: "Choose a PDF…",
    file_hint: "Choose the file, or drop it anywhere on this page. It is read here and sent nowhere.",
    checking: "Checking…",
    drop: "Drop the certificate to check it",
    how: "What this page knows",
    keys_known: "Keys: {kids}.",
    keys_file: "Public keys (JSON)",
    list_file: "Withdrawn numbers (signed)",

    genuine: "Genuine",
    genuine_expired: "Genuine, but expired",
    changed: "Changed",
    unknown: "Unknown",
    revoked: "Revoked",
    replaced: "Replaced",
    unchecked: "Not checked",

    says_genuine: "{issuer} signed these facts, and nothing in them was changed since.",
    says_changed: "This is not as it was issued. Do not rely on it; ask {issuer}.",
    says_unknown: "This cannot be told to be a certificate of {issuer}.",
    says_revoked: "{issuer} took this certificate back on {day}. It does not count any more.",
    says_replaced: "{issuer} issued a new certificate in its place on {day}. This one does not count any more.",
    says_unchecked: "This page cannot check anything at the moment.",

    compare: "Compare this with the certificate before you: what is printed must say the same.",
    compare_file: "Only the code in “{file}” was checked. Compare what is printed in the file with this.",
    by: "The new certificate has the number {by}.",
    expired: "It was good up to {day}.",
    key_seen: "Somebody else may hold the key that signed it. Ask {issuer} about this number.",
    end_missing: "The end of this file is missing. What is left of it carries this code.",
    list_good: "Not among the numbers withdrawn by {moment}.",
    list_old: "The list of withdrawn numbers is of {moment}, {days} days ago. Ask {issuer} whether it was withdrawn since.",
    list_unread: "The list of withdrawn numbers could not be read: whether it was withdrawn later is not known. Ask {issuer}.",
    list_of: "List of withdrawn numbers: of {moment}.",
    list_of_none: "List of withdrawn numbers: could not be read.",

    not_a_token: "What was given is not the whole code of a certificate. It begins with eyJ and has two dots in it.",
    token_damaged: "The code was altered or damaged on its way.",
    token_too_new: "The code was made by a newer program than this page. Ask {issuer} for its latest page.",
    key_unknown: "The key that signed it ({kid}) is none of {issuer}. Another academy may have issued it; its own page can tell.",
    token_forged: "The signature does not fit the facts: a fact was changed, or somebody else made it.",
    token_after_key: "It carries a day after {day}, when the key that signed it was retired.",
    tokens_differ: "The file holds {count} different codes; a certificate has one.",
    no_certificate: "There is no code in this file: it is no signed certificate, or only a picture of one.",
    not_a_pdf: "This file is not a PDF.",
    pdf_encrypted: "This PDF is locked with a password, so its code cannot be read. Scan the QR code instead.",
    pdf_cut_off: "The end of this PDF is missing, and no code was found in what is there. Get the file again.",
    pdf_unread: "Parts of this PDF are packed in a way that this browser cannot open. Scan the QR code instead.",
    pdf_too_large: "This file has more than {limit} MB: it is no certificate.",
    file_unreadable: "The file could not be read. Choose it again.",
    one_file: "Give one file at a time.",
    nothing_given: "Type or paste a code first.",
    keys_missing: "The academy’s keys are missing beside this page (keys.js). Ask whoever sent you here.",
    browser_old: "This browser cannot check signatures here. Open the page with https:// or in a newer browser.",

    number: "Number",
    name: "Name",
    programme: "Programme",
    cohort: "Cohort",
    award: "Awarded for",
    hours: "Hours",
    dates: "Held",
    issued_on: "Issued on",
    expires_on: "Good up to",
    issuer: "Issued by",
    completion: "Completion",
    attendance: "Attendance",
    achievement: "Achievement",
    from_to: "{first} to {last}",
    from: "from {first}",
    to: "up to {last}",
  },
  cy: {
    title: "Gwirio tystysgrif",
    language: "Iaith",
    intro: "Gwiriwch a yw tystysgrif gan {issuer} yn ddilys. Nid oes dim a rowch yma yn gadael y ddyfais hon.",
    code: "Cod y dystysgrif",
    code_hint: "Sganiwch y cod QR â’ch ffôn, neu gludwch y cod neu’r cyfeiriad sydd ynddo yma.",
    check: "Gwirio’r cod",
    or: "neu",
    file: "Y dystysgrif fel PDF",
    choose: "Dewis PDF…",
    file_hint: "Dewiswch y ffeil, neu gollyngwch hi unrhyw le ar y dudalen hon. Caiff ei darllen yma ac nid yw’n cael ei hanfon i unman.",
    checking: "Wrthi’n gwirio…",
    drop: "Gollyngwch y dystysgrif i’w gwirio",
    how: "Yr hyn y mae’r dudalen hon yn ei wybod",
    keys_known: "Allweddi: {kids}.",
    keys_file: "Allweddi cyhoeddus (JSON)",
    list_file: "Rhifau a dynnwyd yn ôl (wedi’u llofnodi)",

    genuine: "Dilys",
    genuine_expired: "Dilys, ond wedi dod i ben",
    changed: "Wedi’i newid",
    unknown: "Anhysbys",
    revoked: "Wedi’i dirymu",
    replaced: "Wedi’i disodli",
    unchecked: "Heb ei gwirio",

    says_genuine: "Llofnododd {issuer} y ffeithiau hyn, ac nid oes dim ynddynt wedi’i newid ers hynny.",
    says_changed: "Nid yw hon fel y cafodd ei chyhoeddi. Peidiwch â dibynnu arni; holwch {issuer}.",
    says_unknown: "Ni ellir dweud bod hon yn dystysgrif gan {issuer}.",
    says_revoked: "Tynnodd {issuer} y dystysgrif hon yn ôl ar {day}. Nid yw’n cyfrif mwyach.",
    says_replaced: "Cyhoeddodd {issuer} dystysgrif newydd yn ei lle ar {day}. Nid yw hon yn cyfrif mwyach.",
    says_unchecked: "Ni all y dudalen hon wirio dim ar hyn o bryd.",

    compare: "Cymharwch hyn â’r dystysgrif o’ch blaen: rhaid i’r hyn sydd wedi’i argraffu ddweud yr un peth.",
    compare_file: "Dim ond y cod yn “{file}” a wiriwyd. Cymharwch yr hyn sydd wedi’i argraffu yn y ffeil â hyn.",
    by: "Rhif y dystysgrif newydd yw {by}.",
    expired: "Roedd yn ddilys hyd at {day}.",
    key_seen: "Efallai fod gan rywun arall yr allwedd a’i llofnododd. Holwch {issuer} am y rhif hwn.",
    end_missing: "Mae diwedd y ffeil hon ar goll. Mae’r hyn sydd ar ôl ohoni’n dwyn y cod hwn.",
    list_good: "Nid yw ymhlith y rhifau a dynnwyd yn ôl erbyn {moment}.",
    list_old: "Mae’r rhestr o rifau a dynnwyd yn ôl yn dyddio o {moment}, {days} diwrnod yn ôl. Holwch {issuer} a gafodd ei thynnu’n ôl ers hynny.",
    list_unread: "Nid oedd modd darllen y rhestr o rifau a dynnwyd yn ôl: ni wyddys a gafodd ei thynnu’n ôl yn ddiweddarach. Holwch {issuer}.",
    list_of: "Rhestr o rifau a dynnwyd yn ôl: {moment}.",
    list_of_none: "Rhestr o rifau a dynnwyd yn ôl: nid oedd modd ei darllen.",

    not_a_token: "Nid cod cyfan tystysgrif yw’r hyn a roddwyd. Mae’n dechrau ag eyJ ac mae dau ddot ynddo.",
    token_damaged: "Cafodd y cod ei newid neu ei ddifrodi ar ei ffordd.",
    token_too_new: "Gwnaed y cod gan raglen fwy newydd na’r dudalen hon. Gofynnwch i {issuer} am ei thudalen ddiweddaraf.",
    key_unknown: "Nid yw’r allwedd a’i llofnododd ({kid}) yn un o allweddi {issuer}. Efallai mai academi arall a’i cyhoeddodd; gall ei thudalen hithau ddweud.",
    token_forged: "Nid yw’r llofnod yn cyd-fynd â’r ffeithiau: newidiwyd ffaith, neu rywun arall a’i gwnaeth.",
    token_after_key: "Mae’n dwyn dyddiad ar ôl {day}, pan ymddeolwyd yr allwedd a’i llofnododd.",
    tokens_differ: "Mae {count} o godau gwahanol yn y ffeil; un sydd gan dystysgrif.",
    no_certificate: "Nid oes cod yn y ffeil hon: nid yw’n dystysgrif wedi’i llofnodi, neu dim ond llun o un ydyw.",
    not_a_pdf: "Nid PDF yw’r ffeil hon.",
    pdf_encrypted: "Mae’r PDF hwn wedi’i gloi â chyfrinair, felly ni ellir darllen ei god. Sganiwch y cod QR yn lle hynny.",
    pdf_cut_off: "Mae diwedd y PDF hwn ar goll, ac ni chafwyd cod yn yr hyn sydd yno. Mynnwch y ffeil eto.",
    pdf_unread: "Mae rhannau o’r PDF hwn wedi’u pacio mewn ffordd na all y porwr hwn ei hagor. Sganiwch y cod QR yn lle hynny.",
    pdf_too_large: "Mae mwy na {limit} MB yn y ffeil hon: nid tystysgrif mohoni.",
    file_unreadable: "Nid oedd modd darllen y ffeil. Dewiswch hi eto.",
    one_file: "Rhowch un ffeil ar y tro.",
    nothing_given: "Teipiwch neu gludwch god yn gyntaf.",
    keys_missing: "Mae allweddi’r academi ar goll wrth ymyl y dudalen hon (keys.js). Holwch bwy bynnag a’ch anfonodd yma.",
    browser_old: "Ni all y porwr hwn wirio llofnodion yma. Agorwch y dudalen â https:// neu mewn porwr mwy newydd.",

    number: "Rhif",
    name: "Enw",
    programme: "Rhaglen",
    cohort: "Carfan",
    award: "Dyfarnwyd am",
    hours: "Oriau",
    dates: "Cynhaliwyd",
    issued_on: "Cyhoeddwyd ar",
    expires_on: "Yn ddilys hyd at",
    issuer: "Cyhoeddwyd gan",
    completion: "Cwblhau",
    attendance: "Presenoldeb",
    achievement: "Cyflawniad",
    from_to: "{first} i {last}",
    from: "o {first}",
    to: "hyd at {last}",
  },
};

const MONTHS = {
  en: "January February March April May June July August September October November December",
  cy: "Ionawr Chwefror Mawrth Ebrill Mai Mehefin Gorffennaf Awst Medi Hydref Tachwedd Rhagfyr",
};

/** Return a sentence in a language; facts whose names end in day, first or last are dates. */
function sentence(language, key, facts = {}) {
  return WORDS[language][key].replace(/\{(\w+)\}/g, (_whole, name) => {
    const fact = String(facts[name] ?? "");
    return /^\d{4}-\d\d-\d\d$/.test(fact) ? plainDay(language, fact) : fact;
  });
}

/** Return an ISO day as people write it: 20 November 2026, 20 Tachwedd 2026. */
function plainDay(language, day) {
  const [year, month, date] = day.split("-").map(Number);
  return `${date}\u00a0${MONTHS[language].split(" ")[month - 1]} ${year}`;
}

/** Return a moment (ISO, UTC) as day and time of this device. */
function plainMoment(language, moment) {
  const at = new Date(moment), two = (number) => String(number).padStart(2, "0");
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  return `${plainDay(language, day)}, ${two(at.getHours())}:${two(at.getMinutes())}`;
}
