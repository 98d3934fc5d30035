import { createReadStream, existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import areas from "../../../data/areas.json";
import type { HubRecord } from "../../storage/records/hub-record";
import type { Carried, MappingContext, Source } from "../kit/source";
import { findMappings } from "../sources/find-mappings";
import type { KnownAreas } from "./profile-columns";

/**
 * The areas that the columns of a file may name: those of the data of the hub, and those of the boundaries that mapping
 * files beside it describe.
 */
export async function knownAreas(file: string, seeds: readonly string[] | null): Promise<KnownAreas> {
  const ofHub = seeds === null ? (areas as KnownAreas) : (await Promise.all(seeds.map(areasIn))).flat();
  const known = new Map([...ofHub, ...(await areasBeside(file, seeds))].map((area) => [area.code, area]));
  return [...known.values()];
}

/** Of a city with a calendar alone the code is known. */
async function areasIn(folder: string): Promise<KnownAreas> {
  const records = async (file: string): Promise<unknown> =>
    JSON.parse(await readFile(path.join(folder, file), "utf8").catch(() => "[]"));
  const cities = (await records("city-calendars.json")) as readonly { readonly code: string }[];
  return [
    ...cities.map(({ code }): KnownAreas[number] => ({
      code,
      level: "CITY",
      name: code,
      cityCode: null,
      boundingBox: null,
      localType: { it: null, en: null },
    })),
    ...((await records("areas.json")) as KnownAreas),
  ];
}

/** A fault in another file is for its own import to report. */
async function areasBeside(file: string, seeds: readonly string[] | null): Promise<KnownAreas> {
  const folder = path.dirname(file);
  const sources = await findMappings(folder, [], seeds).then(
    (found) => found.sources,
    () => [],
  );
  const found = await Promise.all(
    sources.map((source) => areasOf(source, path.resolve(file), folder).catch(() => [])),
  );
  return found.flat();
}

const noContext: MappingContext = {
  areaCodesAt: () => [],
  areaOf: () => null,
  levelsWithBoundary: new Set(),
};

async function areasOf(source: Source, own: string, folder: string): Promise<KnownAreas> {
  const file = source.files.map((name) => path.resolve(folder, name)).find((name) => existsSync(name));
  if (file === undefined || file === own || source.format.rowsAre !== "features" || source.points) return [];
  const records: HubRecord[] = [];
  const carried: Carried<unknown>[] = [];
  for await (const { rows } of source.format.read(createReadStream(file)))
    for (const row of rows) {
      const mapped = source.map(row, noContext);
      records.push(...mapped.records);
      if (mapped.carry !== null) carried.push({ line: row.line, carry: mapped.carry });
    }
  records.push(...(source.finish?.(carried).records ?? []));
  return records.flatMap((each) => (each.type === "area" ? [each.record] : []));
}
