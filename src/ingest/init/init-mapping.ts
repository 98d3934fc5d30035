import areas from "../../../data/areas.json";
import { columnTable } from "./column-table";
import { type KnownAreas, profileColumns } from "./profile-columns";
import { hsdsFile, hsdsMapping } from "./propose-hsds";
import { proposeMapping, sourceCodeOf } from "./propose-mapping";
import { sampleFile } from "./sample-file";

export interface InitResult {
  /** The columns, for people. */
  readonly table: string;
  /** The proposed mapping file. */
  readonly mapping: string;
}

/**
 * Reads a file and proposes a mapping to records.
 * @throws HubError for a file that does not exist or cannot be read.
 */
export async function initMapping(file: string): Promise<InitResult> {
  const hsds = await hsdsFile(file);
  if (hsds !== null) {
    const tables = `HSDS: ${hsds.tables.join(", ")}`;
    return { table: tables, mapping: hsdsMapping(sourceCodeOf(file), hsds) };
  }
  const known = areas as KnownAreas;
  const sample = await sampleFile(file);
  const columns = profileColumns(sample, known);
  return { table: columnTable(columns), mapping: proposeMapping(file, sample, columns, known) };
}
