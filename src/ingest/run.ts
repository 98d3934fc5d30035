import { stat } from "node:fs/promises";
import { HubError } from "../domain/errors";
import { publishReadDocuments } from "../projections/publish";
import { createRepositories } from "../storage";
import type { Table } from "../storage/table";
import { importSource, reportOf } from "./import-source";
import { findMappings } from "./mapping/find-mappings";
import type { IngestReport, SourceReport } from "./report";
import type { Source } from "./source";
import { findFile } from "./source-file";
import { sources } from "./sources";

export interface IngestRequest {
  readonly table: Table;
  /** Folder with the published files. */
  readonly folder: string;
  /** Instant of the run, ISO 8601 UTC. */
  readonly now: string;
  /** Codes of the sources to import; all when absent. */
  readonly only?: readonly string[];
  /** Mapping files beside those of the folder. */
  readonly mappings?: readonly string[];
  /** Whether made-up sources are imported too, as with VICINATO_DEMO; one that `only` names always is. */
  readonly demo?: boolean;
  /** Called before and after each source. */
  readonly onProgress?: (message: string) => void;
}

/**
 * Imports the known files of a folder, one source after the other. What is there already is not written again: a
 * second run over the same files writes nothing. Killed and run again it ends in the same state.
 * @throws HubError BAD_USER_INPUT for a folder that is not there or holds no known file; UNKNOWN_CODE in `only`.
 */
export async function runIngest(request: IngestRequest): Promise<IngestReport> {
  const { table, now, onProgress = () => undefined } = request;
  const chosen = await checkRequest(request);
  const { hub } = createRepositories(table);
  const reports: SourceReport[] = [];
  for (const source of chosen) {
    onProgress(`${source.ref.code}: reading`);
    const report = await importSource(source, request);
    reports.push(report);
    const { rows, records, issues } = report;
    const written = records.created + records.changed;
    const ofIssues = issues.new + issues.changed + issues.resolved;
    onProgress(`${source.ref.code}: ${report.status}, ${rows.read} rows, ${written} records written`);
    // After each source, so that a run that is killed half-way leaves no change without a new version.
    if (written + ofIssues > 0) await hub.bumpDataVersion(now);
  }
  reports.push(
    ...leftOut(request, await knownSources(request)).map((source) => reportOf(source, null, "LEFT_OUT")),
  );
  // Whatever was written: a run that was killed before this is made good by the next one.
  await publishReadDocuments(table, now);
  const { version } = await hub.dataVersion();
  return { now, sources: reports, dataVersion: version };
}

/**
 * The sources that a run will import, without touching any table.
 * @throws as `runIngest`.
 */
export async function checkRequest({
  folder,
  only,
  demo,
  mappings,
}: Pick<IngestRequest, "folder" | "only" | "demo" | "mappings">): Promise<readonly Source[]> {
  const known = await knownSources({ folder, mappings });
  const chosen = sourcesFor({ only, demo }, known);
  await checkFolder(folder, chosen);
  return chosen;
}

/** Those of the code, then those that mapping files describe. */
const knownSources = async ({
  folder,
  mappings,
}: Pick<IngestRequest, "folder" | "mappings">): Promise<readonly Source[]> => [
  ...sources,
  ...(await findMappings(folder, mappings)),
];

type Choice = Pick<IngestRequest, "only" | "demo">;

/** Made-up facts never come into a hub that nobody asked to have them. */
const leftOut = ({ only, demo = false }: Choice, known: readonly Source[]): readonly Source[] =>
  only === undefined && !demo ? known.filter(({ ref }) => ref.synthetic) : [];

function sourcesFor({ only, demo }: Choice, known: readonly Source[]): readonly Source[] {
  const sourceCodes = known.map(({ ref }) => ref.code);
  const unknown = only?.find((code) => !sourceCodes.includes(code));
  const out = leftOut({ only, demo }, known);
  if (unknown === undefined)
    return known.filter((source) => (only?.includes(source.ref.code) ?? true) && !out.includes(source));
  throw new HubError("UNKNOWN_CODE", {
    message: `There is no source ${JSON.stringify(unknown)}.`,
    messageIt: `Non esiste la fonte ${JSON.stringify(unknown)}.`,
    hint: `Known sources: ${sourceCodes.join(", ")}.`,
    where: "only",
  });
}

async function checkFolder(folder: string, chosen: readonly Source[]): Promise<void> {
  const found = await stat(folder).catch(() => null);
  if (!found?.isDirectory()) {
    throw new HubError("BAD_USER_INPUT", {
      message: `There is no folder ${folder}.`,
      messageIt: `La cartella ${folder} non esiste.`,
      hint: "Give the folder that holds the downloaded files.",
      where: "from",
    });
  }
  const files = await Promise.all(chosen.map((source) => findFile(folder, source.files)));
  if (files.some((file) => file !== null)) return;
  throw new HubError("BAD_USER_INPUT", {
    message: `The folder ${folder} holds none of the known files.`,
    messageIt: `La cartella ${folder} non contiene nessuno dei file conosciuti.`,
    hint: `Known files: ${chosen.map((source) => source.files[0]).join(", ")}.`,
    where: "from",
  });
}
