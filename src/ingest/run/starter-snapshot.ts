import { areaLevels } from "../../domain/places/area";
import { createRepositories } from "../../storage";
import { everyNode } from "../../storage/engine/page";
import type { Table } from "../../storage/engine/table";
import { sourceCodes } from "../sources/sources";

export interface SnapshotRequest {
  /** Sources and centres that the starter data names: they are kept, with what the import adds to them. */
  readonly sourceCodes: readonly string[];
  readonly centreCodes: readonly string[];
  /** Areas whose observations come with the hub, and the sources of these: not every long series of the city. */
  readonly observationAreas: readonly string[];
  readonly observationSources: readonly string[];
}

/** The starter files that follow from published files, as an import left them in the table. */
export async function starterSnapshot(
  table: Table,
  request: SnapshotRequest,
): Promise<Readonly<Record<string, readonly unknown[]>>> {
  const { areaOverlaps, areas, centres, indicators, observations, sourceRefs } = createRepositories(table);
  const allAreas = (
    await Promise.all(areaLevels.map((level) => everyNode((page) => areas.ofLevel(level, page))))
  ).flat();
  const overlaps = await areaOverlaps.byCodes(allAreas.map(({ code }) => code));
  const ofAreas = await Promise.all(
    request.observationAreas.map((areaCode) => everyNode((page) => observations.page({ areaCode }, page))),
  );
  const refs = await sourceRefs.byCodes(request.sourceCodes);
  return {
    "sources.json": refs
      .filter((record) => record !== null)
      .map((ref) => ({
        ...ref,
        // When it was read is a fact of each hub, not of the starter data.
        retrievedAt: sourceCodes.includes(ref.code) ? null : ref.retrievedAt,
      })),
    "areas.json": allAreas,
    "area-overlaps.json": overlaps.filter((record) => record !== null),
    "indicators.json": await everyNode(indicators.page),
    "observations.json": ofAreas
      .flat()
      .filter((each) => each.sourceCodes.every((code) => request.observationSources.includes(code))),
    "centres.json": (await centres.byCodes(request.centreCodes)).filter((record) => record !== null),
  };
}
