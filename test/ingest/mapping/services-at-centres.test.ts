import type { MappingContext, Source } from "../../../src/ingest/kit/source";
import type { MappedRow } from "../../../src/ingest/mapping/mapped-row";
import { parseMapping } from "../../../src/ingest/mapping/parse-mapping";
import { sourceOf } from "../../../src/ingest/mapping/source-of";
import { hubWords } from "../../../src/ingest/sources/own-sources";

/** SYNTHETIC: what is done at a place is a service there. */
const mapping = `
source: { code: places, title: T, publisher: P, licence: NOT_STATED, rights: { it: R }, modified: 2026, synthetic: true }
file: { path: a.csv, format: csv, delimiter: ";", mode: FULL }
key: { column: id }
knownAreas: ["comune:1"]
terms: [{ code: "centre-kind:MADE_UP", name: { it: X } }]
records:
  - { type: centre, name: { column: name }, kinds: [{ term: { constant: "centre-kind:MADE_UP" } }], areas: { declared: { constant: "comune:1" } } }
  - type: service
    when: { column: activities, filled: true }
    name: { it: "Attività: {name}" }
    description: { it: "{activities}" }
    careDomains: { constant: RECREATION }
    atCentre: true
`;
const context: MappingContext = { areaCodesAt: () => [], areaOf: () => null, levelsWithBoundary: new Set() };

function recordsOf(cells: Record<string, string>) {
  const source = sourceOf(
    parseMapping("places.mapping.yaml", mapping, hubWords),
  ) as unknown as Source<MappedRow>;
  return source.map({ line: 2, cells, point: null, polygons: null } as MappedRow, context).records;
}

test("a row with activities gives a service at its centre, which has the key of the row for itself", () => {
  const records = recordsOf({ id: "7", name: "A", activities: "ballo, carte" });
  expect(records.map(({ type }) => type)).toEqual(["centre", "service", "serviceAtLocation"]);
  expect(records[0]!.record).toMatchObject({ externalIdentifiers: [{ scheme: "places", value: "7" }] });
  expect(records[1]!.record).toMatchObject({
    code: "places:7",
    name: { it: "Attività: A", en: null },
    description: { it: "ballo, carte", en: null },
    externalIdentifiers: [],
  });
  expect(records[2]!.record).toMatchObject({ serviceCode: "places:7", centreCode: "places:7" });
});

test.each([["no activities", { id: "7", name: "A", activities: " " }]])("%s: no service", (_, cells) => {
  expect(recordsOf(cells).map(({ type }) => type)).toEqual(["centre"]);
});

test("without the centre there is no service", () => {
  expect(recordsOf({ id: "7", name: "", activities: "ballo" })).toEqual([]);
});
