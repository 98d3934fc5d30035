import { watch } from "../../../src/app/canary/canary";
import type { LogEntry } from "../../../src/app/log";
import { startedRun } from "../../../src/domain/quality/import-run";
import { saveImportRun } from "../../../src/storage/imports/import-run.repository";
import { startHub, type TestHub } from "../../support/hub";

const startedAt = "2026-11-22T01:10:00.000Z";
const soon = "2026-11-22T12:00:00.000Z";

const read = startedRun({ ...{ code: "ds205:1", sourceCode: "ds205", startedAt }, file: null, mode: "FULL" });

type Fetch = Parameters<typeof watch>[0]["fetch"];

const through =
  (hub: TestHub): Fetch =>
  (url, init) =>
    hub.request(url.replace("https://hub.example.org", ""), init);

async function lookAt(fetch: Fetch, now = soon): Promise<readonly LogEntry[]> {
  const lines: LogEntry[] = [];
  const log = (entry: LogEntry): void => void lines.push(entry);
  await watch({ url: "https://hub.example.org/", fetch, now: () => new Date(now), log });
  return lines;
}

const summary = (failures: string | null) => ({
  ...{ level: "info", message: "canary", failures },
  CanaryFailed: failures === null ? 0 : failures.split(", ").length,
});

test("finds nothing wrong with a hub that has data, and says so too", async () => {
  const hub = await startHub({ starter: true });
  await saveImportRun(hub.table, read, startedAt);
  expect(await lookAt(through(hub))).toEqual([summary(null)]);
  const late = await lookAt(through(hub), "2026-12-01T12:00:00.000Z");
  expect(late).toMatchObject([
    { level: "error", error: expect.stringContaining("The last import began 9 days ago.") },
    summary("age"),
  ]);
});

test("a hub without data, one with masked errors and one that is away have failed", async () => {
  const empty = await startHub();
  expect((await lookAt(through(empty))).at(-1)).toEqual(summary("sample"));
  const masked: Fetch = async (url) =>
    url.endsWith("status")
      ? new Response("{}")
      : Response.json({ data: { areas: null }, errors: [{ message: "masked" }] });
  expect(await lookAt(masked)).toMatchObject([
    { level: "error", error: expect.stringContaining("200 with the errors") },
    summary("sample"),
  ]);
  const away: Fetch = () => Promise.reject(new TypeError("fetch failed"));
  expect((await lookAt(away)).at(-1)).toEqual(summary("status, sample"));
});
