import { checkHandler } from "../../src/app/check-handler";
import { createHub } from "../../src/app/create-hub";
import type { LogEntry } from "../../src/app/log";
import { startedRun } from "../../src/domain/quality/import-run";
import { saveRecords } from "../../src/ingest/run/save-records";
import { refresh } from "../../src/projections/refresh";
import { saveImportRun } from "../../src/storage/imports/import-run.repository";
import { anOrganization, aSource } from "../support/builders";
import { startTable } from "../support/test-table";

const daysAgo = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString();

/** A source that promises a new file each day, and one each year; read so many days ago. */
async function tableRead(dailyDaysAgo: number) {
  const table = await startTable();
  const save = { origin: "ds1", now: daysAgo(400) };
  const modified = daysAgo(0).slice(0, 10);
  await saveRecords(
    table,
    [
      {
        type: "sourceRef",
        record: aSource({ synthetic: false, code: "daily", updateFrequency: "DAILY", modified }),
      },
      {
        type: "sourceRef",
        record: aSource({ synthetic: false, code: "yearly", updateFrequency: "ANNUAL", modified }),
      },
      {
        type: "sourceRef",
        record: aSource({ synthetic: false, code: "irregular", updateFrequency: "IRREGULAR" }),
      },
      { type: "organization", record: anOrganization({ code: "comune-x" }) },
    ],
    save,
  );
  for (const [sourceCode, days] of [
    ["daily", dailyDaysAgo],
    ["yearly", 300],
  ] as const) {
    const started = startedRun({
      ...{ code: `${sourceCode}:1`, sourceCode, file: "f.csv", mode: "PARTIAL" },
      startedAt: daysAgo(days),
    });
    await saveImportRun(table, { ...started, status: "COMPLETED", endedAt: daysAgo(days) }, daysAgo(days));
  }
  await refresh(table, "EVERYTHING", { now: daysAgo(0), written: true });
  return table;
}

async function checked(table: Awaited<ReturnType<typeof tableRead>>) {
  const lines: LogEntry[] = [];
  const answer = await checkHandler({ table, log: (entry) => void lines.push(entry) })();
  const errors = lines.filter(({ level }) => level === "error").map(({ message }) => message);
  return { answer, errors, last: lines.at(-1) };
}

test("a hub that is as it should be has no drift and no late source", async () => {
  const { answer, errors, last } = await checked(await tableRead(1));
  expect(answer).toEqual({ Drift: 0, SourcesLate: 0, OldestSourceLatenessHours: 0 });
  expect(errors).toEqual([]);
  // The line from which CloudWatch makes the metrics.
  expect(last).toMatchObject({ ...answer, fresh: 2, unknown: 1 });
});

test("old data is named, in the check and at /status", async () => {
  const table = await tableRead(12);
  const { answer, errors } = await checked(table);
  expect(answer).toEqual({ Drift: 0, SourcesLate: 1, OldestSourceLatenessHours: 240 });
  expect(errors).toEqual([expect.stringMatching(/^LATE daily: .*12 days; it should within 2/)]);

  const { http } = createHub({ table, log: () => undefined });
  const status = await http.request("/status");
  expect([status.status, await status.json()]).toMatchObject([
    200,
    {
      sources: {
        ...{ fresh: 1, late: 1, unknown: 1 },
        oldest: [{ code: "daily", daysLate: 10, reason: { en: expect.any(String), it: expect.any(String) } }],
      },
    },
  ]);
});

test("a write that nobody published, and a damaged record, are named", async () => {
  const table = await tableRead(1);
  await saveRecords(table, [{ type: "organization", record: anOrganization({ code: "comune-y" }) }], {
    origin: "ds1",
    now: daysAgo(0),
  });
  await table.update({ pk: "Organization#comune-x", sk: "RECORD" }, { set: { kind: "THIRD_SECTOR" } });
  const { answer, errors } = await checked(table);
  expect(answer.Drift).toBe(errors.length);
  expect(errors).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/^DIFFERS snapshot Organization#comune-x/),
      expect.stringMatching(/^MISSING snapshot Organization#comune-y/),
    ]),
  );
});
