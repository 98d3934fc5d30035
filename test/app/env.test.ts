import { readEnv } from "../../src/app/env";
import { usualPolicies } from "../../src/domain/identity/allowance";

const usual = {
  allowances: usualPolicies,
  addressHeader: null,
  demo: false,
  issuers: [],
  engine: { kind: "embedded", dataDir: ".data" },
  exportsBucket: null,
  originSecrets: [],
  inboxBucket: null,
  dimensions: null,
  exportsDir: ".data-exports",
  publicUrl: null,
  tableName: "vicinato",
  seeds: null,
  deadlineMs: 8_000,
  webhooksToLoopback: false,
  host: "127.0.0.1",
  port: 4000,
};

test("an empty environment means the embedded engine in .data on port 4000", () => {
  expect(readEnv({})).toEqual(usual);
});

test.each([
  ["a folder", { VICINATO_DATA_DIR: "/data" }, { kind: "embedded", dataDir: "/data" }, "/data-exports"],
  [
    "an endpoint, which wins over a folder",
    { VICINATO_DYNAMODB_ENDPOINT: "http://localhost:8000", VICINATO_DATA_DIR: "x" },
    { kind: "endpoint", url: "http://localhost:8000" },
    ".vicinato-exports",
  ],
  ["Lambda with none of both", { AWS_LAMBDA_FUNCTION_NAME: "api" }, { kind: "aws" }, ".vicinato-exports"],
  [
    "Lambda with an endpoint",
    { AWS_LAMBDA_FUNCTION_NAME: "api", VICINATO_DYNAMODB_ENDPOINT: "http://localhost:8000" },
    { kind: "endpoint", url: "http://localhost:8000" },
    ".vicinato-exports",
  ],
])("chooses the engine, and the folder of exports beside it, by %s", (_, variables, engine, exportsDir) => {
  expect(readEnv(variables)).toEqual({ ...usual, engine, exportsDir });
});

test("reads the folders with the data of a hub", () => {
  expect(readEnv({ VICINATO_SEED_DIR: "data, my-city" })).toEqual({ ...usual, seeds: ["data", "my-city"] });
  for (const VICINATO_SEED_DIR of ["", ",", "data,"])
    expect(() => readEnv({ VICINATO_SEED_DIR })).toThrow("VICINATO_SEED_DIR must name a folder");
});

test("reads port, table and deadline", () => {
  expect(readEnv({ PORT: "8080", VICINATO_TABLE_NAME: "city", VICINATO_DEADLINE_MS: "250" })).toEqual({
    ...usual,
    port: 8080,
    tableName: "city",
    deadlineMs: 250,
  });
});

test("lets webhooks go to this machine only where that is asked for, and never in a function", () => {
  const asked = { VICINATO_WEBHOOKS_TO_LOOPBACK: "1" };
  expect(readEnv(asked)).toEqual({ ...usual, webhooksToLoopback: true });
  expect(readEnv({ ...asked, AWS_LAMBDA_FUNCTION_NAME: "api" }).webhooksToLoopback).toBe(false);
  expect(() => readEnv({ VICINATO_WEBHOOKS_TO_LOOPBACK: "yes" })).toThrow(
    "VICINATO_WEBHOOKS_TO_LOOPBACK must be",
  );
});

test("listens on this machine only, unless another address is given", () => {
  for (const VICINATO_HOST of ["0.0.0.0", "::", "192.0.2.7", "localhost"])
    expect(readEnv({ VICINATO_HOST })).toEqual({ ...usual, host: VICINATO_HOST });
  expect(readEnv({ VICINATO_HOST: "" })).toEqual(usual);
  for (const wrong of ["*", "example.org", "0.0.0.0:4000"])
    expect(() => readEnv({ VICINATO_HOST: wrong })).toThrow("VICINATO_HOST must be an IP address");
});

test("keeps synthetic data separate: off by default, and in a folder of its own when requested", () => {
  const engine = { kind: "embedded", dataDir: ".data-demo" };
  const demo = { ...usual, demo: true, engine, exportsDir: ".data-demo-exports" };
  expect(readEnv({ VICINATO_DEMO: "1" })).toEqual(demo);
  expect(readEnv({ VICINATO_DEMO: "1", VICINATO_DATA_DIR: "x" }).engine).toEqual({
    kind: "embedded",
    dataDir: "x",
  });
  for (const VICINATO_DEMO of ["0", ""]) expect(readEnv({ VICINATO_DEMO })).toEqual(usual);
  expect(() => readEnv({ VICINATO_DEMO: "yes" })).toThrow("VICINATO_DEMO must be 1 or 0");
});

test("reads what callers may spend, the usual for what is not given, and a header of the edge", () => {
  const burst = { burst: 400_000, perSecond: 0.5 };
  const read = (allowances: unknown) =>
    readEnv({
      VICINATO_ALLOWANCES: typeof allowances === "string" ? allowances : JSON.stringify(allowances),
    });
  expect(read({ PARTNER: burst }).allowances).toEqual({ ...usualPolicies, PARTNER: burst });
  expect([read("off").allowances, read("").allowances]).toEqual([null, usualPolicies]);
  for (const wrong of [
    "on",
    "[]",
    { partner: burst },
    { PARTNER: { burst: 1_000, perSecond: 1 } },
    { PARTNER: { burst: 400_000, perSecond: 0 } },
    { PARTNER: { burst: 400_000 } },
  ])
    expect(() => read(wrong)).toThrow("VICINATO_ALLOWANCES must be off, or JSON");
  expect(readEnv({ VICINATO_ADDRESS_HEADER: "X-Real-IP" }).addressHeader).toBe("x-real-ip");
  expect(() => readEnv({ VICINATO_ADDRESS_HEADER: "a b" })).toThrow("must be the name of a header");
});

test("reads one or two secrets of the edge, and accepts no guessable one", () => {
  const read = (secrets: string) => readEnv({ VICINATO_ORIGIN_SECRETS: secrets }).originSecrets;
  const [one, two] = ["a".repeat(32), "B".repeat(32)];
  expect([read(one), read(`${one},${two}`)]).toEqual([[one], [one, two]]);
  for (const wrong of ["", "short", `${one},`, `${one},${two},${one}`])
    expect(() => read(wrong)).toThrow("VICINATO_ORIGIN_SECRETS must be one or two secrets");
});

test("reads the issuers of tokens, and accepts nothing but a list of them", () => {
  const issuer = {
    issuer: "https://id.example.org",
    audience: "vicinato",
    jwks: "https://id.example.org/jwks",
  };
  const claims = { audienceClaim: "aud", organizationClaim: "organization", scopesClaim: "scope" };
  const read = (issuers: unknown) => readEnv({ VICINATO_ISSUERS: JSON.stringify(issuers) });
  expect(read([issuer])).toEqual({ ...usual, issuers: [{ ...issuer, ...claims }] });
  expect(read([{ ...issuer, audienceClaim: "client_id" }]).issuers[0]!.audienceClaim).toBe("client_id");
  expect(readEnv({ VICINATO_ISSUERS: "" })).toEqual(usual);
  const { jwks: _, ...without } = issuer;
  for (const wrong of [issuer, [without], [{ ...issuer, secret: "x" }], ["x"]])
    expect(() => read(wrong)).toThrow("VICINATO_ISSUERS must be JSON: a list of issuers");
  expect(() => readEnv({ VICINATO_ISSUERS: "{" })).toThrow("VICINATO_ISSUERS must be JSON");
});

test("names every invalid variable and its valid values", () => {
  expect(() =>
    readEnv({ PORT: "abc", VICINATO_DYNAMODB_ENDPOINT: "localhost", VICINATO_TABLE_NAME: "x y" }),
  ).toThrow(
    "The environment is not usable: VICINATO_DYNAMODB_ENDPOINT must be a URL such as http://localhost:8000; " +
      "VICINATO_TABLE_NAME must be 3 to 255 letters, digits, or . _ -; PORT must be a whole number from 0 to 65535.",
  );
});

test.each(["", "-1", "1.5", "65536", "99999999"])("rejects %p as a port", (PORT) => {
  expect(() => readEnv({ PORT })).toThrow("PORT must be a whole number from 0 to 65535");
});
