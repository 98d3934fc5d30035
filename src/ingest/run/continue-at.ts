import { createRepositories } from "../../storage";
import type { Table } from "../../storage/engine/table";
import type { Source } from "../kit/source";
import type { Checkpoint } from "./import-source";
import { openSourceFile } from "./source-file";

/**
 * Where the last import of a source stopped, if it can continue: it read the same file, and its results do not depend
 * on other sources. An import that deletes missing records reads everything again. `null` to start at the beginning.
 */
export async function continueAt(
  source: Source,
  file: string,
  { table, folder }: { readonly table: Table; readonly folder: string },
): Promise<Checkpoint | null> {
  if (source.mode === "FULL" || source.needs !== undefined) return null;
  const [last] = await createRepositories(table).importRuns.lastOf([source.ref.code]);
  const { status, checkpoint } = last?.lastRun ?? {};
  if (status !== "INTERRUPTED" || !checkpoint) return null;
  const sha256 = await openSourceFile(folder, file, { encoding: source.encoding }).then(
    (opened) => opened.sha256,
    () => null,
  );
  if (sha256 !== checkpoint.sha256) return null;
  const { nextLine, rows, records } = checkpoint.reached;
  return { nextLine, counts: { rows, records } };
}
