import { areaLevels } from "../../domain/places/area";
import { tableRepositories } from "../../storage";
import { allNodes } from "../../storage/engine/page";
import type { Table } from "../../storage/engine/table";
import { sourceCodes } from "../sources/own-sources";

export interface SnapshotRequest {
  /** Sources and centres of the starter data: they stay, with additions from the import. */
  readonly sourceCodes: readonly string[];
  readonly centreCodes: readonly string[];
  /** Areas whose observations come with the hub, with their sources: not every long series of the city. */
  readonly observationAreas: readonly string[];
  readonly observationSources: readonly string[];
}

/** The starter files that follow from published files, as an import left them in the table. */
export async function starterSnapshot(
  table: Table,
  request: SnapshotRequest,
): Promise<Readonly<Record<string, readonly unknown[]>>> {
  const { areaOverlaps, areas, centres, indicators, observations, sourceRefs } = tableRepositories(table);
  const allAreas = (
    await Promise.all(areaLevels.map((level) => allNodes((page) => areas.ofLevel(level, page))))
  ).flat();
  const overlaps = await areaOverlaps.byCodes(allAreas.map(({ code }) => code));
  const ofAreas = await Promise.all(
    request.observationAreas.map((areaCode) => allNodes((page) => observations.page({ areaCode }, page))),
  );
  const refs = await sourceRefs.byCodes(request.sourceCodes);
  return {
    "sources.json": refs
      .filter((record) => record !== null)
      .map((ref) => ({
        ...ref,
        // The instant of reading is a fact of each hub, not of the starter data.
        retrievedAt: sourceCodes.includes(ref.code) ? null : ref.retrievedAt,
      })),
    "areas.json": allAreas,
    "area-overlaps.json": overlaps.filter((record) => record !== null),
    "indicators.json": await allNodes(indicators.page),
    "observations.json": ofAreas
      .flat()
      .filter((each) => each.sourceCodes.every((code) => request.observationSources.includes(code))),
    "centres.json": (await centres.byCodes(request.centreCodes)).filter((record) => record !== null),
  };
}
