import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { type EmulatedFunction, emulatedFunction, type Outcome } from "../support/lambda/emulated-function";
import { missingRuntime } from "../support/lambda/instance";
import { payloadBytes } from "../support/lambda/runtime-api";

/** Does what an event asks for. */
const handler = `
  if (process.env.BROKEN) throw new TypeError("It cannot start.");
  const kept = [];
  exports.handler = async ({ bytes = 2, megabytes = 0, hang = false, fail = false }, context) => {
    for (let n = 0; n < megabytes; n++) kept.push(Buffer.alloc(1024 * 1024, 1));
    if (hang) await new Promise((resolve) => setTimeout(resolve, 60_000));
    if (fail) throw new RangeError("It failed.");
    return bytes > 2 ? "x".repeat(bytes - 2) : Math.sign(context.getRemainingTimeInMillis());
  };
`;

let folder: string;
const started: EmulatedFunction[] = [];

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "vicinato-limits-"));
  writeFileSync(path.join(folder, "index.js"), handler);
});

afterAll(() => {
  for (const each of started) each.stop();
  rmSync(folder, { recursive: true });
});

function started128(environment: Readonly<Record<string, string>> = {}): EmulatedFunction {
  const settings = { folder, handler: "index.handler", memoryMb: 128, timeoutMs: 2000, reserved: 1 };
  started.push(emulatedFunction({ ...settings, environment }));
  return started.at(-1)!;
}

const errorOf = async (outcome: Promise<Outcome>): Promise<string | null> => (await outcome).errorType;
const when = missingRuntime === null ? test : test.skip;

when("an instance is kept for the next call, and one that was ended is replaced", async () => {
  const limited = started128();
  const first = await limited.invoke({});
  expect(first).toMatchObject({ answer: 1, errorType: null, coldStart: true });
  expect(await limited.invoke({})).toMatchObject({ answer: 1, coldStart: false });
  // A fault of the handler ends no instance; a full memory and a full clock do.
  expect(await errorOf(limited.invoke({ fail: true }))).toBe("RangeError");
  expect(await limited.invoke({ megabytes: 300 })).toMatchObject({
    errorType: "Runtime.OutOfMemory",
    coldStart: false,
  });
  expect(await limited.invoke({ hang: true })).toMatchObject({
    errorType: "Sandbox.Timedout",
    coldStart: true,
  });
  expect(await limited.invoke({})).toMatchObject({ answer: 1, coldStart: true });
  expect(limited.counts).toEqual({ Invocations: 6, Errors: 3, Throttles: 0 });
  const reports = limited.lines
    .map((line) => JSON.parse(line))
    .filter(({ type }) => type === "platform.report");
  expect(reports.map(({ record }) => record.status)).toEqual([
    ...["success", "success", "error", "error", "timeout", "success"],
  ]);
});

when("takes an answer of exactly 6,291,556 bytes, and no byte more", async () => {
  const limited = started128();
  expect(await limited.invoke({ bytes: payloadBytes.answer })).toMatchObject({ bytes: 6_291_556 });
  expect(await errorOf(limited.invoke({ bytes: payloadBytes.answer + 1 }))).toBe(
    "Function.ResponseSizeTooLarge",
  );
  expect(limited.instances).toBe(1);
});

when("a call beyond the reserved instances is rejected, and a start that fails is an error", async () => {
  const limited = started128();
  const outcomes = await Promise.all([limited.invoke({}), limited.invoke({})]);
  expect(outcomes.map(({ errorType }) => errorType)).toEqual([null, "TooManyRequestsException"]);
  expect(await errorOf(started128({ BROKEN: "1" }).invoke({}))).toBe("TypeError");
});
