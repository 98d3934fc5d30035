import { knownOrUnknown, offeredStatuses, type StatusOrUnknown } from "../../src/domain/kit/status";
import { type SearchDocument, type SearchType, searchTypes } from "../../src/domain/search/search-document";
import { fold, forgivenTypos, searchWords, withoutEnding } from "../../src/domain/text/words";
import { refresh } from "../../src/projections/refresh";
import type { SearchHit } from "../../src/queries/search/search-index";
import { searchPage } from "../../src/queries/search/search-page";
import { loaded } from "../../src/storage/engine/reader";
import type { Table } from "../../src/storage/engine/table";
import { keys } from "../../src/storage/records/keys";
import { startPreparedHub } from "../support/prepared-hub";
import { publishedRepositories } from "../support/projections";
import { sharedData, testWithSharedData } from "../support/shared-data";

let table: Table;
let find: (
  text: string,
  first?: number,
  types?: readonly SearchType[],
  statuses?: readonly StatusOrUnknown[],
) => Promise<SearchHit[]>;

beforeAll(async () => {
  if (sharedData(".") === null) return;
  ({ table } = await startPreparedHub());
  const { documents } = await publishedRepositories(table);
  find = async (text, first = 3, types = searchTypes, statuses = offeredStatuses) => {
    const query = { text, types, statuses };
    const { edges } = await loaded(() => searchPage(documents, query, { first }, (hits) => hits));
    return edges.map(({ node }) => node);
  };
});

/** Typed as people type, with what must come first. */
const typed: readonly (readonly [text: string, first: string])[] = [
  ["boifava", "ds3017:25"],
  ["BOIFAVA", "ds3017:25"],
  ["boif", "ds3017:25"],
  ["Boifva", "ds3017:25"],
  ["biofava", "ds3017:25"],
  ["CAM boifava", "ds3017:25"],
  ["centro anziani boifava", "ds3017:25"],
  ["casa di quartiere boifava", "ds3017:25"],
  ["via boifava 17", "ds3017:25"],
  ["de andre", "ds3017:26"],
  ["De Andrè", "ds3017:26"],
  ["rudini", "ds3017:33"],
  ["santuguzzone cam", "ds3017:10"],
  ["sant'uguzzone csrc", "ds3017:9"],
  ["Sant’Uguzzone 24", "ds3017:9"],
  ["sant uguzone cam", "ds3017:10"],
  ["znate", "ds3017:24"],
  ["montegrapa", "ds3017:59"],
  ["donne partigiane", "ds3017:34"],
  ["case di quartiere", "milano-services:MI-SRV-010"],
  ["neighbourhood centres", "ds3017:10"],
  ["centri anziani", "ds3017:24"],
  ["older people", "milano-services:MI-SRV-001"],
  ["dell'anziano", "milano-services:MI-SRV-001"],
  ["disabilita", "ds41:113"],
  ["persone con disabilita'", "milano-services:MI-SRV-003"],
  ["young people", "target-group:GIOVANI"],
  ["servizo sociale municipio 5", "ds1303:viale-tibaldi-41"],
  ["social work", "ds1303:sspt"],
  ["sspt", "ds1303:sspt"],
  ["citta studi", "nil:22"],
  ["città studi", "nil:22"],
  ["CHIESA ROSSA", "ds41:8"],
  ["stadera chiesa rossa", "nil:42"],
  ["l isola", "nil:11"],
  ["ca' granda", "nil:14"],
  ["comune milano", "comune-milano"],
  ["ats", "ats-milano"],
  ["mobilita", "direzione-mobilita"],
  ["mi over net", "mi-over-net"],
  ["miovernet", "mi-over-net"],
  ["MI@OVER.NET", "mi-over-net"],
  ["co-progettazione", "mi-over-net-codesign"],
  ["codesign", "mi-over-net-codesign"],
];

testWithSharedData("finds what people look for, however they type it", async () => {
  const found = await Promise.all(typed.map(async ([text]) => [text, (await find(text))[0]?.code] as const));
  expect(found).toEqual(typed);
});

async function searched(): Promise<readonly SearchDocument[]> {
  const { documents } = await publishedRepositories(table);
  return (await loaded(() => documents.searchSegments())).flat();
}

testWithSharedData(
  "finds everything by its own full name, among the first three of that name and type",
  async () => {
    const all = await searched();
    expect(all.length).toBeGreaterThan(750);
    // A location has no name: people look for its address.
    const namesOf = ({ texts }: SearchDocument) =>
      texts.filter(({ field }) => field === "NAME" || field === "ADDRESS").map(({ text }) => text);
    const missed: string[] = [];
    for (const document of all) {
      const name = namesOf(document)[0];
      // Of a place whose address no source gives.
      if (name === undefined) continue;
      // Only the address distinguishes centres and offices with the same name, and all in a building have its address.
      const namesakes = all.filter((other) =>
        namesOf(other).some((each) => fold(each) === fold(name)),
      ).length;
      const found = await find(name.slice(0, 100), 2 + namesakes, [document.type], knownOrUnknown);
      if (!found.some(({ code }) => code === document.code)) missed.push(`${document.code}: ${name}`);
    }
    expect(missed).toEqual([]);
  },
);

/** Letters to change, insert, remove or swap: computed on its own, to hold the word tree against. */
function mistakes(a: string, b: string): number {
  const d = Array.from({ length: a.length + 1 }, (_, i) => [i, ...Array<number>(b.length).fill(0)]);
  for (let j = 1; j <= b.length; j++) d[0]![j] = j;
  for (let i = 1; i <= a.length; i++)
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      d[i]![j] = Math.min(d[i - 1]![j]! + 1, d[i]![j - 1]! + 1, d[i - 1]![j - 1]! + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        d[i]![j] = Math.min(d[i]![j]!, d[i - 2]![j - 2]! + 1);
    }
  return d[a.length]![b.length]!;
}

const stands = (marked: string, typedWord: string): boolean =>
  marked.startsWith(typedWord) ||
  withoutEnding(marked) === withoutEnding(typedWord) ||
  mistakes(marked, typedWord) <= forgivenTypos(typedWord);

testWithSharedData("highlights only words that stand for a typed one, and scores fall from 1", async () => {
  for (const [text] of typed) {
    const words = searchWords(text).map(({ folded }) => folded);
    const hits = await find(text, 20);
    const scores = hits.map(({ score }) => score);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    expect(scores.every((score) => score > 0 && score <= 1)).toBe(true);
    for (const highlight of hits.flatMap((hit) => hit.highlights())) {
      expect(highlight.ranges.length).toBeGreaterThan(0);
      for (const { start, length } of highlight.ranges) {
        const marked = fold(highlight.text.slice(start, start + length));
        const near = words.some((word) => stands(marked, word));
        expect([text, marked, near]).toEqual([text, marked, true]);
      }
    }
  }
});

testWithSharedData("publishes nothing when nothing changed", async () => {
  table.meter.reset();
  await refresh(table, [{ key: keys.record("Strategy", "any") }], { now: "2026-11-23T10:00:00.000Z" });
  expect(table.meter.writeUnits).toBe(0);
});
