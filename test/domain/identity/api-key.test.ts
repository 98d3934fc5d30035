import { crc32 } from "node:zlib";
import fc from "fast-check";
import {
  type ApiKey,
  keyBytes,
  newKey,
  partsOfKey,
  stateOfKey,
  textOfKey,
} from "../../../src/domain/identity/api-key";
import { includesScope, type Scope, scopeOf, scopes, textOfScope } from "../../../src/domain/identity/scope";

const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });
const aKey = fc.tuple(bytes(keyBytes.id), bytes(keyBytes.secret)).map(([id, secret]) => newKey(id, secret));

test("a key is read as it was written: 68 characters of one word", () => {
  fc.assert(
    fc.property(aKey, (key) => {
      const text = textOfKey(key);
      expect(text).toMatch(/^vic_live_[0-9A-Za-z]{59}$/);
      expect(partsOfKey(text)).toEqual(key);
    }),
  );
});

test("every wrong character, and every missing one, is found without a look-up", () => {
  fc.assert(
    fc.property(aKey, fc.nat(58), fc.constantFrom(..."0aZ9kQ"), (key, place, character) => {
      const text = textOfKey(key);
      const at = "vic_live_".length + place;
      const typed = `${text.slice(0, at)}${character}${text.slice(at + 1)}`;
      expect(partsOfKey(typed) === null).toBe(typed !== text);
      expect(partsOfKey(text.slice(0, at) + text.slice(at + 1))).toBeNull();
    }),
  );
});

test("different bytes give different secrets, and the last bytes count as the first", () => {
  const last = (byte: number) => newKey(new Uint8Array(8), new Uint8Array(32).with(31, byte)).secret;
  const first = (byte: number) => newKey(new Uint8Array(8), new Uint8Array(32).with(0, byte)).secret;
  const all = [...Array(256).keys()].flatMap((byte) => (byte === 0 ? [last(0)] : [last(byte), first(byte)]));
  expect(new Set(all).size).toBe(511);
});

const digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

// A Node before 22.2 has no CRC-32 to compare with.
(typeof crc32 === "function" ? test : test.skip)("the checksum is the CRC-32 of Node", () => {
  fc.assert(
    fc.property(aKey, ({ id, secret }) => {
      const written = textOfKey({ id, secret }).slice(-6);
      const number = [...written].reduce((sum, digit) => sum * 62 + digits.indexOf(digit), 0);
      expect(number).toBe(crc32(id + secret));
    }),
  );
});

test.each<[string, Partial<ApiKey>, string]>([
  ["LIVE", {}, "2026-06-30T23:59:59.999Z"],
  ["EXPIRED", {}, "2026-07-01T00:00:00.000Z"],
  ["REVOKED", { revokedAt: "2026-02-01T00:00:00.000Z" }, "2026-03-01T00:00:00.000Z"],
])("a key is %s by its end and its revocation", (state, of, now) => {
  const key: ApiKey = {
    ...{ id: "x", organizationCode: "o", scopes: [], label: "l", createdBy: "operator", lastUsedOn: null },
    ...{ createdAt: "2026-01-01T00:00:00.000Z", expiresAt: "2026-07-01T00:00:00.000Z", revokedAt: null },
    ...of,
  };
  expect(stateOfKey(key, now)).toBe(state);
});

test("scopes include others as documented, and each has one text", () => {
  const included = (scope: Scope) => scopes.filter((other) => includesScope([scope], other));
  expect(
    Object.fromEntries(scopes.map((scope) => [textOfScope(scope), included(scope).map(textOfScope)])),
  ).toEqual({
    "read:public": ["read:public"],
    "read:partner": ["read:public", "read:partner"],
    "write:own": ["read:public", "read:partner", "write:own"],
    review: ["read:public", "read:partner", "write:own", "review"],
    admin: ["read:public", "read:partner", "write:own", "review", "admin", "export"],
    export: ["read:public", "export"],
  });
  expect(scopes.map((scope) => scopeOf(textOfScope(scope)))).toEqual([...scopes]);
  for (const text of ["", "openid", "WRITE_OWN", "write_own", "admin "]) expect(scopeOf(text)).toBeNull();
});
