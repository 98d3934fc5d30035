import { rm } from "node:fs/promises";
import { limits } from "../../../src/domain/kit/limits";
import { runIngest } from "../../../src/ingest/run/run";
import { codecs } from "../../../src/storage/records/codecs";
import { saveAll } from "../../../src/storage/records/save";
import { startHub, type TestHub } from "../../support/hub";
import {
  centreCells,
  centres,
  folderWith,
  officeCells,
  offices,
  populationRow,
  smallPopulation,
  syntheticFiles,
} from "../../support/synthetic-city";

const folders: string[] = [];
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))));

async function ingest({ table }: TestHub, now: string, files: Record<string, string>): Promise<void> {
  const folder = await folderWith(files);
  folders.push(folder);
  await runIngest({ table, folder, now });
}

const centresFile = "ds3017_case_di_quartiere.csv";
const faulty = {
  [centresFile]: centres(centreCells({ Wifi: "forse", Giardino: "?" }), centreCells({ id: "2" })),
  "ds205_dati_quartieri_2011_2024_.csv": smallPopulation(populationRow({ Anno: "2020", Morti: "x" })),
  "ds1303_servizio_sociale_territoriale_sedi.csv": offices(officeCells({ telefono: "chiedere" })),
};

const query = `{
  centres { nodes { code qualityIssues { rule column resolvedAt } } }
  service(code: "ds1303:sspt") { locations { qualityIssues { rule } } }
  area(code: "nil:1") { observation(indicator: "deaths", period: "2020") { qualityIssues { value } } }
}`;

interface Told {
  readonly centres: {
    readonly nodes: readonly {
      readonly code: string;
      readonly qualityIssues: readonly { readonly rule: string }[];
    }[];
  };
}

/** Problems of files, without possible same places and centres: in the synthetic city all places are neighbours. */
const ofFiles = ({ centres: { nodes }, ...rest }: Told) => ({
  ...rest,
  centres: {
    nodes: nodes.map(({ code, qualityIssues }) => ({
      code,
      qualityIssues: qualityIssues
        .filter(({ rule }) => !rule.startsWith("POSSIBLE_SAME_"))
        .map(({ rule: _, ...issue }) => issue),
    })),
  },
});

test("a record lists its issues until a later import no longer finds them", async () => {
  const hub = await startHub();
  await ingest(hub, "2026-11-23T10:00:00.000Z", { ...syntheticFiles, ...faulty });
  const { data, errors } = await hub.ask<Told>(query);
  expect(errors).toBeUndefined();
  const standing = (column: string) => ({ column, resolvedAt: null });
  const office = { code: "ds1303:via-inventata-3", qualityIssues: [] };
  const library = { code: "ds41:1", qualityIssues: [] };
  expect(ofFiles(data!)).toEqual({
    centres: {
      nodes: [
        { code: "ds3017:1", qualityIssues: expect.arrayContaining(["Wifi", "Giardino"].map(standing)) },
        { code: "ds3017:2", qualityIssues: [] },
        office,
        library,
      ],
    },
    service: { locations: [{ qualityIssues: [{ rule: "NOT_A_PHONE" }] }] },
    area: { observation: { qualityIssues: [{ value: "x" }] } },
  });
  const oneLeft = centres(centreCells({ Giardino: "?" }), centreCells({ id: "2" }));
  await ingest(hub, "2026-11-24T10:00:00.000Z", { [centresFile]: oneLeft });
  const again = await hub.ask<Told>(
    "{ centres { nodes { code qualityIssues { rule column resolvedAt } } } }",
  );
  expect(ofFiles(again.data!)).toEqual({
    centres: {
      nodes: [
        { code: "ds3017:1", qualityIssues: [standing("Giardino")] },
        { code: "ds3017:2", qualityIssues: [] },
        office,
        library,
      ],
    },
  });
});

async function hubWithCentres(size: number): Promise<TestHub> {
  const hub = await startHub();
  const codes = Array.from({ length: size }, (_, i) => String(i + 1));
  await ingest(hub, "2026-11-23T10:00:00.000Z", {
    [centresFile]: centres(...codes.map((id) => centreCells({ id, Wifi: "forse" }))),
  });
  return hub;
}

test("each of 5 and of 50 centres has its issues", async () => {
  for (const size of [5, 50]) {
    const hub = await hubWithCentres(size);
    const { data } = await hub.ask<{ centres: { nodes: { qualityIssues: unknown[] }[] } }>(
      "{ centres(first: 50) { nodes { qualityIssues { message { it } } } } }",
    );
    expect(data!.centres.nodes.map((node) => node.qualityIssues.length)).toEqual(Array(size).fill(1));
  }
});

test("listing more issues of a record than the limit is rejected, and an import accepts them", async () => {
  const hub = await startHub();
  const twins = Array.from({ length: limits.issuesOfRecord + 2 }, () => centreCells());
  await ingest(hub, "2026-11-23T10:00:00.000Z", { [centresFile]: centres(...twins) });
  const { data, errors } = await hub.ask<{ centre: { id: string; qualityIssues: null } }>(
    '{ centre(code: "ds3017:1") { id qualityIssues { rule } } }',
  );
  expect(data!.centre.qualityIssues).toBeNull();
  expect(errors![0]!.extensions).toMatchObject({ code: "LIMIT_EXCEEDED", where: "qualityIssues" });
  const all = `query ($id: ID!) { dataQualityIssues(filter: { record: $id }) { totalCount } }`;
  expect((await hub.ask(all, { id: data!.centre.id })).data).toEqual({
    dataQualityIssues: { totalCount: limits.issuesOfRecord + 1 },
  });
});

test("issues of one record from two sources are listed side by side", async () => {
  const hub = await startHub();
  await ingest(hub, "2026-11-23T10:00:00.000Z", { [centresFile]: faulty[centresFile]! });
  const of = { entity: { type: "Centre", code: "ds3017:1" } };
  const { table } = hub;
  const [known] = await table.batchGet([codecs.recordIssues.key({ ...of, issueCodes: [] })]);
  const { issueCodes } = known!.record as { issueCodes: string[] };
  const withOther = { ...of, issueCodes: ["other:EMPTY_CELL:1", ...issueCodes] };
  await saveAll(table, codecs.recordIssues, [withOther], {
    origin: "other",
    now: "2026-11-23T11:00:00.000Z",
  });
  await ingest(hub, "2026-11-24T10:00:00.000Z", { [centresFile]: syntheticFiles[centresFile] });
  const [after] = await table.batchGet([codecs.recordIssues.key(withOther)]);
  expect(after!.record).toEqual({ ...of, issueCodes: ["other:EMPTY_CELL:1"] });
});
