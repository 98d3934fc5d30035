import { hubSources } from "../sources/sources";
import { columnTable } from "./column-table";
import { knownAreas } from "./known-areas";
import { profileColumns } from "./profile-columns";
import { hsdsFile, hsdsMapping } from "./propose-hsds";
import { proposeMapping, sourceCodeOf } from "./propose-mapping";
import { sampleFile } from "./sample-file";
import { wideYears } from "./wide-years";

export interface InitResult {
  /** The columns, for people. */
  readonly table: string;
  /** The proposed mapping file. */
  readonly mapping: string;
}

/**
 * Reads a file and proposes a mapping to records.
 * @param seeds folders with the data of the hub; `null` for the data that comes with it.
 * @throws HubError for a file that does not exist or cannot be read.
 */
export async function initMapping(file: string, seeds: readonly string[] | null = null): Promise<InitResult> {
  const { words } = hubSources(seeds);
  const hsds = await hsdsFile(file);
  if (hsds !== null) {
    const tables = `HSDS: ${hsds.tables.join(", ")}`;
    return { table: tables, mapping: hsdsMapping(sourceCodeOf(file, words), hsds) };
  }
  const read = await sampleFile(file);
  const wide = wideYears(read);
  const sample = wide?.sample ?? read;
  const areas = await knownAreas(file, seeds);
  const columns = profileColumns(sample, areas);
  return {
    table: columnTable(columns),
    mapping: proposeMapping(file, sample, columns, { areas, words, unpivot: wide?.unpivot ?? null }),
  };
}
