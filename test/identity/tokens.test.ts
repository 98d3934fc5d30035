import { mkdtemp, rm, stat, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import {
  type CryptoKey,
  exportJWK,
  generateKeyPair,
  type JWK,
  type JWTPayload,
  SignJWT,
  UnsecuredJWT,
} from "jose";
import { authenticator } from "../../src/app/identity/authenticate";
import { developmentKeyFile, developmentToken } from "../../src/app/identity/development-token";
import { developmentIssuer, type Issuer } from "../../src/app/identity/issuer";
import { tokenCommand } from "../../src/entry/token.cli";
import { startTable } from "../support/test-table";

const issuer = "https://id.example.org";
const base = { audienceClaim: "aud", organizationClaim: "organization", scopesClaim: "scope" };

let folder: string;
let server: Server;
let own: { readonly publicKey: CryptoKey; readonly privateKey: CryptoKey };
let remote: { readonly publicKey: CryptoKey; readonly privateKey: CryptoKey };
let keysOfRemote: JWK[];
let requests = 0;
let issuers: Issuer[];

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "vicinato-issuers-"));
  own = await generateKeyPair("ES256", { extractable: true });
  remote = await generateKeyPair("RS256", { extractable: true });
  const jwks = path.join(folder, "jwks.json");
  await writeFile(jwks, JSON.stringify({ keys: [await exportJWK(own.publicKey)] }));
  keysOfRemote = [{ ...(await exportJWK(remote.publicKey)), kid: "one", alg: "RS256" }];
  server = createServer((_, response) => {
    requests += 1;
    response.end(JSON.stringify({ keys: keysOfRemote }));
  });
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  issuers = [
    { ...base, issuer, audience: "vicinato", jwks },
    {
      ...{ issuer: "https://cognito.example.org/pool", audience: "client-1", audienceClaim: "client_id" },
      ...{ organizationClaim: "custom:organization", scopesClaim: "scope" },
      jwks: `http://127.0.0.1:${port}/jwks.json`,
    },
    { ...base, issuer: "https://silent.example.org", audience: "vicinato", jwks: "http://127.0.0.1:9/none" },
    developmentIssuer(developmentKeyFile(folder)),
  ];
});
afterAll(async () => {
  server.close();
  await rm(folder, { recursive: true });
});

const claims = { organization: "coop-y", scope: "openid write:own vicinato/read:partner" };

const signed = (
  more: JWTPayload & Readonly<Record<string, unknown>> = {},
  { key = own.privateKey, alg = "ES256" }: { key?: CryptoKey | Uint8Array; alg?: string } = {},
): Promise<string> => {
  const usual = { iss: issuer, aud: "vicinato", sub: "anna@example.org", exp: inSeconds(600), ...claims };
  return new SignJWT({ ...usual, ...more }).setProtectedHeader({ alg }).sign(key);
};

const inSeconds = (seconds: number): number => Math.floor(Date.now() / 1_000) + seconds;

async function caller(token: string) {
  const table = await startTable();
  return authenticator({ table, issuers, log: () => undefined })(`Bearer ${token}`);
}

test("a token names the caller, the organisation and the scopes; the history does not name the person", async () => {
  const found = await caller(await signed());
  expect(found).toEqual({
    kind: "TOKEN",
    name: expect.stringMatching(/^coop-y\/token:[\w-]{10}$/),
    organizationCode: "coop-y",
    scopes: ["WRITE_OWN", "READ_PARTNER"],
  });
  expect((await caller(await signed({ exp: inSeconds(60) }))).name).toBe(found.name);
  expect((await caller(await signed({ sub: "bruno@example.org" }))).name).not.toBe(found.name);
});

test("scopes may be a list, the audience one of several, and the organisation absent", async () => {
  const token = await signed({ aud: ["other", "vicinato"], scope: ["review"], organization: undefined });
  expect(await caller(token)).toMatchObject({
    name: expect.stringMatching(/^token:/),
    organizationCode: null,
    scopes: ["REVIEW"],
  });
});

test.each<[string, () => Promise<string>, RegExp]>([
  ["of another issuer", () => signed({ iss: "https://evil.example.org" }), /does not know its issuer/],
  ["for another audience", () => signed({ aud: "other" }), /for another audience/],
  ["without an audience", () => signed({ aud: undefined }), /for another audience/],
  ["that has expired", () => signed({ exp: inSeconds(-61) }), /has expired/],
  ["without an end", () => signed({ exp: undefined }), /lacks a claim/],
  ["without a subject", () => signed({ sub: undefined }), /lacks a claim/],
  ["that is not valid yet", () => signed({ nbf: inSeconds(120) }), /not valid yet/],
  ["with a code that no organisation has", () => signed({ organization: "a#b" }), /lacks a claim/],
  [
    "signed with another key",
    async () => signed({}, { key: (await generateKeyPair("ES256")).privateKey }),
    /signature is not one/,
  ],
  [
    "signed with the public key as a secret",
    async () =>
      signed({}, { key: Buffer.from(JSON.stringify(await exportJWK(own.publicKey))), alg: "HS256" }),
    /not signed with an algorithm/,
  ],
  [
    "without a signature",
    async () => new UnsecuredJWT({ iss: issuer, aud: "vicinato", sub: "x", exp: inSeconds(60) }).encode(),
    /not signed with an algorithm/,
  ],
  [
    "that was changed",
    async () => {
      const [header, , signature] = (await signed()).split(".");
      const { payload } = JSON.parse(
        JSON.stringify({ payload: { iss: issuer, aud: "vicinato", scope: "admin" } }),
      );
      return [header, Buffer.from(JSON.stringify(payload)).toString("base64url"), signature].join(".");
    },
    /signature is not one/,
  ],
  ["that is none", async () => "a.b.c", /not a JWT/],
  ["that is a word", async () => "secret", /not a JWT/],
])("a token %s is rejected with the reason, and not with the token", async (_, made, reason) => {
  const token = await made();
  const error = await caller(token).then(
    () => null,
    (thrown: unknown) => thrown as Error,
  );
  expect(error).toMatchObject({ code: "UNAUTHENTICATED", where: "authorization" });
  expect(error!.message).toMatch(reason);
  expect(JSON.stringify(error) + error!.message).not.toContain(token);
});

test("a minute between the clocks is tolerated", async () => {
  expect(await caller(await signed({ exp: inSeconds(-50), nbf: inSeconds(50) }))).toMatchObject({
    kind: "TOKEN",
  });
});

test("keys of an address are read once, and again when the issuer signs with a new one", async () => {
  const table = await startTable();
  const authenticate = authenticator({ table, issuers, log: () => undefined });
  const token = (key: CryptoKey, kid: string) =>
    new SignJWT({ client_id: "client-1", scope: "hub/write:own", "custom:organization": "coop-z" })
      .setProtectedHeader({ alg: "RS256", kid })
      .setIssuer("https://cognito.example.org/pool")
      .setSubject("service")
      .setExpirationTime("1h")
      .sign(key);
  requests = 0;
  for (let i = 0; i < 3; i++)
    expect(await authenticate(`Bearer ${await token(remote.privateKey, "one")}`)).toMatchObject({
      organizationCode: "coop-z",
      scopes: ["WRITE_OWN"],
    });
  expect(requests).toBe(1);
});

test("an issuer that does not answer is an outage, and no fault of the token", async () => {
  const token = await signed({ iss: "https://silent.example.org" });
  await expect(caller(token)).rejects.toMatchObject({ code: "SERVICE_UNAVAILABLE" });
});

test("the issuer for development works offline, and only with the key pair of its folder", async () => {
  const other = await mkdtemp(path.join(tmpdir(), "vicinato-other-"));
  const wish = { organizationCode: "coop-y", scopes: ["WRITE_OWN"], hours: 1 } as const;
  await expect(caller(await developmentToken(other, wish))).rejects.toThrow("does not know its issuer");
  let printed = "";
  const context = {
    variables: { VICINATO_DATA_DIR: folder },
    out: (text: string) => {
      printed += text;
    },
    err: () => undefined,
    now: () => new Date(),
  };
  await tokenCommand(["--organization", "coop-y", "--scopes", "write:own,export"], context);
  expect(await caller(printed.trim())).toMatchObject({
    organizationCode: "coop-y",
    scopes: ["WRITE_OWN", "EXPORT"],
  });
  expect((await stat(developmentKeyFile(folder))).mode & 0o777).toBe(0o600);
  await expect(caller(await developmentToken(other, wish))).rejects.toThrow("signature is not one");
  await rm(other, { recursive: true });
});

test("the command rejects a scope that does not exist", async () => {
  const context = { variables: {}, out: () => undefined, err: () => undefined, now: () => new Date() };
  await expect(tokenCommand(["--scopes", "write:all"], context)).rejects.toThrow(
    "is not a scope of this hub",
  );
});
