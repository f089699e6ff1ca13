// Verifies a compact JWS with jose, a library of other people, and prints what it says.
// In (standard input): {"jws": "…", "jwk": {…} or null (then the key in the header counts)}
import { webcrypto } from "node:crypto";
import { compactVerify, decodeProtectedHeader, importJWK, jwtVerify } from "jose";

globalThis.crypto ??= webcrypto; // Node 18, which Debian 12 has, keeps it out of sight

const chunks = [];
for await (const chunk of process.stdin) chunks.push(chunk);
const { jws, jwk, jwt, at } = JSON.parse(Buffer.concat(chunks).toString("utf-8"));
try {
  const key = await importJWK(jwk ?? decodeProtectedHeader(jws).jwk, "ES256");
  const options = { algorithms: ["ES256"] };
  if (jwt) {
    const currentDate = at ? new Date(at) : undefined;
    const { payload, protectedHeader } = await jwtVerify(jws, key, { ...options, currentDate });
    console.log(JSON.stringify({ ok: true, header: protectedHeader, payload }));
  } else {
    const { payload, protectedHeader } = await compactVerify(jws, key, options);
    const said = JSON.parse(new TextDecoder().decode(payload));
    console.log(JSON.stringify({ ok: true, header: protectedHeader, payload: said }));
  }
} catch (problem) {
  console.log(JSON.stringify({ ok: false, code: problem.code ?? problem.name }));
}
