import { createEngagementEvent } from "../../../src/domain/strategy/engagement-event";
import { codecs } from "../../../src/storage/records/codecs";
import { saveAll } from "../../../src/storage/records/save";
import { aCentre, anArea, anIndicator, anObservation, aSource } from "../../support/builders";
import { startHub, type TestHub } from "../../support/hub";

let hub: TestHub;
let instant: string;
const at = (month: string) => `2026-${month}-01T00:00:00.000Z`;
beforeEach(async () => {
  instant = at("01");
  hub = await startHub({ clock: () => instant });
});

const saveCentre = (name: string, month: string) => {
  instant = at(month);
  return saveAll(hub.table, codecs.centre, [aCentre({ name })], { origin: "ds1", now: instant });
};

test("a record is answered as of any instant", async () => {
  await saveCentre("Uno", "02");
  await saveCentre("Due", "04");
  await saveCentre("Tre", "06");
  const names = await Promise.all(
    ["01", "02", "03", "04", "05", "06", "07"].map(async (month) => {
      const { data } = await hub.ask<{ centre: { name: string } | null }>(
        `query ($asOf: DateTime) { centre(code: "test:1", asOf: $asOf) { name } }`,
        { asOf: at(month) },
      );
      return data!.centre?.name ?? null;
    }),
  );
  expect(names).toEqual([null, "Uno", "Uno", "Due", "Due", "Tre", "Tre"]);
});

test("an answer as of an instant costs one Get and one Query, for any length of the history", async () => {
  for (let i = 0; i < 30; i++) await saveCentre(`Casa ${i}`, "02");
  const query = `{ centre(code: "test:1", asOf: "2026-01-15T00:00:00Z") { name } }`;
  await hub.ask(query);
  hub.table.meter.reset();
  await hub.ask(query);
  // The other Get is the test's own: which version is current.
  expect(hub.table.meter.calls).toEqual({ Get: 2, Query: 1 });
});

test("a record as of an instant cites its sources as they were then, and without them the reason is given", async () => {
  const read = async (month: string, digit: string) => {
    const options = { origin: "test", now: at(month) };
    const file = { retrievedAt: at(month), sha256: digit.repeat(64) };
    await saveAll(hub.table, codecs.sourceRef, [aSource({ ...file, title: `Edition ${digit}` })], options);
  };
  await saveCentre("Uno", "02");
  await read("03", "3");
  await saveCentre("Due", "05");
  await read("05", "5");
  const fields = "name sourceRefs { title sha256 retrievedAt }";
  const { data } = await hub.ask(
    `{ now: centre(code: "test:1") { ${fields} }
       fourth: centre(code: "test:1", asOf: "${at("04")}") { ${fields} }
       second: centre(code: "test:1", asOf: "${at("02")}") { ${fields} } }`,
  );
  const fifth = { title: "Edition 5", sha256: "5".repeat(64), retrievedAt: at("05") };
  expect(data).toEqual({
    now: { name: "Due", sourceRefs: [fifth] },
    fourth: {
      name: "Uno",
      sourceRefs: [{ title: "Edition 3", sha256: "3".repeat(64), retrievedAt: at("03") }],
    },
    second: { name: "Uno", sourceRefs: [{ title: "Edition 5", sha256: null, retrievedAt: null }] },
  });
});

test("the error of an instant says since when the record is known, or that it was retired", async () => {
  await saveCentre("Uno", "02");
  instant = at("03");
  await hub.edit(
    `mutation { retireCentre(input: { reason: "Test", code: "test:1", expectedVersion: 1 }) { version } }`,
  );
  const messageAt = async (month: string) => {
    const { errors } = await hub.ask(`{ centre(code: "test:1", asOf: "${at(month)}") { name } }`);
    return errors![0]!.message;
  };
  expect(await messageAt("01")).toBe(
    `No centre had the code "test:1" at ${at("01")}: the hub has known it only since ${at("02")}.`,
  );
  expect(await messageAt("04")).toBe(`No centre had the code "test:1" at ${at("04")}: it was retired then.`);
});

describe("as public reports want it", () => {
  /** The name at an instant, or why there is none. */
  const nameAt = async (asOf: string) => {
    const { data, errors } = await hub.ask<{ centre: { name: string } | null }>(
      `query ($asOf: DateTime) { centre(code: "test:1", asOf: $asOf) { name } }`,
      { asOf },
    );
    return data?.centre?.name ?? errors![0]!.message;
  };

  test("between two versions the earlier one counts, not the next (paper-trail-gem/paper_trail#252)", async () => {
    await saveCentre("Uno", "02");
    await saveCentre("Due", "04");
    expect(await nameAt("2026-03-31T23:59:59.999Z")).toBe("Uno");
    expect(await nameAt("2026-04-01T00:00:00.001Z")).toBe("Due");
  });

  test("an instant with an offset is compared as an instant, not as text (n24q02m/mnemo-mcp#1018)", async () => {
    await saveCentre("Uno", "02");
    await saveCentre("Due", "04");
    // The change was on 1 April at 00:00 UTC: as texts the first would come after it, the second before it.
    expect(await nameAt("2026-04-01T01:30:00+02:00")).toBe("Uno");
    expect(await nameAt("2026-03-31T23:30:00-01:00")).toBe("Due");
  });

  test("what was retired later was there before, and then not (projectbarbel/barbelhisto-core#9)", async () => {
    await saveCentre("Uno", "02");
    instant = at("04");
    await hub.edit(
      `mutation { retireCentre(input: { reason: "Test", code: "test:1", expectedVersion: 1 }) { version } }`,
    );
    expect(await nameAt(at("03"))).toBe("Uno");
    expect(await nameAt(at("05"))).toContain("it was retired then.");
  });

  test("of two changes at the same instant the last counts, and none is lost (nearform/temporal_tables#69)", async () => {
    await saveCentre("Uno", "02");
    await saveCentre("Due", "03");
    await saveCentre("Tre", "03");
    expect(await nameAt(at("03"))).toBe("Tre");
    const { data } = await hub.ask(
      `{ centre(code: "test:1") { recordState { history { nodes { fields { field previousValue value } } } } } }`,
    );
    const { nodes } = (data as { centre: { recordState: { history: { nodes: { fields: unknown }[] } } } })
      .centre.recordState.history;
    expect(nodes.slice(0, 2).map(({ fields }) => fields)).toEqual([
      [{ field: "name", previousValue: "Due", value: "Tre" }],
      [{ field: "name", previousValue: "Uno", value: "Due" }],
    ]);
  });

  test("an old version cites its edition, not the new one (gbif/ipt#2096, internetarchive/openlibrary#6778)", async () => {
    const edition = (month: string, digit: string) =>
      saveAll(
        hub.table,
        codecs.sourceRef,
        [aSource({ title: `Edition ${digit}`, sha256: digit.repeat(64), retrievedAt: at(month) })],
        { origin: "test", now: at(month) },
      );
    await edition("02", "1");
    await saveCentre("Uno", "02");
    await edition("04", "2");
    await saveCentre("Due", "04");
    const { data } = await hub.ask(
      `{ centre(code: "test:1", asOf: "${at("03")}") { name sourceRefs { title sha256 } } }`,
    );
    expect(data).toEqual({
      centre: { name: "Uno", sourceRefs: [{ title: "Edition 1", sha256: "1".repeat(64) }] },
    });
  });
});

test("the pages of the history have each version once, newest first", async () => {
  for (let i = 1; i <= 7; i++) await saveCentre(`Casa ${i}`, "02");
  const seen: unknown[] = [];
  let after: string | null = null;
  do {
    type History = {
      totalCount: number;
      nodes: object[];
      pageInfo: { endCursor: string; hasNextPage: boolean };
    };
    type Data = { centre: { recordState: { history: History } } };
    const answer: { data?: Data | null } = await hub.ask<Data>(
      `query ($after: String) { centre(code: "test:1") { recordState { history(first: 3, after: $after) { totalCount nodes { version fields { field previousValue value } } pageInfo { endCursor hasNextPage } } } } }`,
      { after },
    );
    const { nodes, totalCount, pageInfo }: History = answer.data!.centre.recordState.history;
    expect(totalCount).toBe(7);
    seen.push(...nodes);
    after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  } while (after !== null);
  const changes = [7, 6, 5, 4, 3, 2].map((i) => ({
    version: i,
    fields: [{ field: "name", previousValue: `Casa ${i - 1}`, value: `Casa ${i}` }],
  }));
  expect(seen.slice(0, 6)).toEqual(changes);
  expect(seen).toHaveLength(7);
  expect(seen[6]).toMatchObject({
    version: 1,
    fields: expect.arrayContaining([expect.objectContaining({ field: "code" })]),
  });
});

test("a version archived by a killed run appears once", async () => {
  await saveCentre("Uno", "02");
  const transact = jest.spyOn(hub.table, "transact").mockRejectedValueOnce(new Error("killed"));
  await expect(saveCentre("Due", "03")).rejects.toThrow("killed");
  transact.mockRestore();
  const query = `{ centre(code: "test:1") { name recordState { history { totalCount nodes { version } } } } }`;
  expect((await hub.ask(query)).data).toEqual({
    centre: { name: "Uno", recordState: { history: { totalCount: 1, nodes: [{ version: 1 }] } } },
  });
  await saveCentre("Due", "03");
  expect((await hub.ask(query)).data).toEqual({
    centre: {
      name: "Due",
      recordState: { history: { totalCount: 2, nodes: [{ version: 2 }, { version: 1 }] } },
    },
  });
});

describe("vintages of an observation", () => {
  const publish = (value: number, month: string, publishedOn: string) =>
    saveAll(hub.table, codecs.observation, [anObservation({ value })], {
      origin: "ds1",
      now: at(month),
      publishedOn: () => publishedOn,
    });
  const key = `area: "nil:1", indicator: "residents", period: "2024"`;

  beforeEach(async () => {
    await saveAll(hub.table, codecs.area, [anArea({ code: "nil:1" })], { origin: "ds1", now: at("01") });
    await saveAll(hub.table, codecs.indicator, [anIndicator()], { origin: "ds1", now: at("01") });
    await publish(100, "02", "2026-01-20");
    await publish(100, "03", "2026-02-20");
    await publish(104, "05", "2026-04");
  });

  test("the newest counts, the older ones stay, each with its date of publication", async () => {
    const { data } = await hub.ask(
      `{ observation(${key}) { value recordState { version publishedOn } vintages { totalCount nodes { observation { value } publishedOn recordedAt supersededAt } } } }`,
    );
    expect(data).toEqual({
      observation: {
        value: 104,
        recordState: { version: 2, publishedOn: "2026-04" },
        vintages: {
          totalCount: 2,
          nodes: [
            { observation: { value: 104 }, publishedOn: "2026-04", recordedAt: at("05"), supersededAt: null },
            {
              observation: { value: 100 },
              publishedOn: "2026-01-20",
              recordedAt: at("02"),
              supersededAt: at("05"),
            },
          ],
        },
      },
    });
  });

  test("a missing observation has its real versions: none, or those before it was removed", async () => {
    const never = await hub.ask(
      `{ observation(area: "nil:1", indicator: "residents", period: "2023") { status vintages { totalCount nodes { publishedOn } } } }`,
    );
    expect(never.data).toEqual({
      observation: { status: "MISSING", vintages: { totalCount: 0, nodes: [] } },
    });
    const early = await hub.ask(
      `{ observation(${key}, asOf: "2026-01-30T00:00:00Z") { status vintages { nodes { observation { value } } } } }`,
    );
    expect(early.data).toEqual({
      observation: {
        status: "MISSING",
        vintages: { nodes: [{ observation: { value: 104 } }, { observation: { value: 100 } }] },
      },
    });
  });

  test.each<[string, string, number | null]>([
    ["what was not yet published is not known (TauricResearch/TradingAgents#1275)", "2026-01-30", null],
    [
      "a revised value does not replace the published one (forecastingresearch/forecastbench#283)",
      "2026-03-15",
      100,
    ],
    ["the restated value counts from its day on (SimFin/simfin#12)", "2026-05-02", 104],
  ])("as the report wants it: %s", async (_report, day, value) => {
    const { data } = await hub.ask(
      `{ observation(${key}, asOf: "${day}T00:00:00Z") { value status note { en } } }`,
    );
    const { observation } = data as { observation: { value: unknown; status: string; note: unknown } };
    expect(observation.value).toBe(value);
    expect(observation.status).toBe(value === null ? "MISSING" : "NORMAL");
    expect(observation.note === null).toBe(value !== null);
  });

  test("an observation can be requested as of an instant", async () => {
    const { data } = await hub.ask(
      `{ a: observation(${key}, asOf: "2026-04-30T00:00:00Z") { value } b: observation(${key}, asOf: "2026-01-30T00:00:00Z") { value status note { en } } }`,
    );
    const note = {
      en: `The hub had no value for this period at that moment: it has known one only since ${at("02")}.`,
    };
    expect(data).toEqual({ a: { value: 100 }, b: { value: null, status: "MISSING", note } });
  });
});

test("a history does not show counts of people: two versions together could disclose small counts", async () => {
  const event = (total: number) =>
    createEngagementEvent({
      code: "test-event",
      strategyCode: "strategy",
      name: { it: "Laboratorio", en: null },
      kind: "WORKSHOP",
      date: "2026-01-10",
      areaCode: "nil:1",
      centreCode: null,
      participants: { total, byAgeClass: [] },
      sourceCodes: ["test"],
    });
  for (const [total, month] of [
    [30, "02"],
    [33, "03"],
  ] as const)
    await saveAll(hub.table, codecs.engagementEvent, [event(total)], { origin: "ds1", now: at(month) });
  const id = Buffer.from(`EngagementEvent:${event(30).code}`).toString("base64url");
  const { data } = await hub.ask(
    `{ node(id: "${id}") { ... on EngagementEvent { participants { total } recordState { history { nodes { version fields { field previousValue value suppressed } } } } } } }`,
  );
  expect(data).toMatchObject({
    node: {
      participants: { total: 33 },
      recordState: {
        history: {
          nodes: [
            {
              version: 2,
              fields: [{ field: "participants", previousValue: null, value: null, suppressed: true }],
            },
            { version: 1 },
          ],
        },
      },
    },
  });
});
