import type { Table } from "../../storage/engine/table";
import type { Env } from "../env";
import type { Log } from "../log";
import { FairUse } from "./fair-use";

/** The limits of a hub with this environment. The process with the embedded engine is the only one that answers from it. */
export function fairUseOf(
  { allowances, addressHeader, engine }: Pick<Env, "addressHeader" | "allowances" | "engine">,
  table: Table,
  log: Log,
): FairUse | undefined {
  if (allowances === null) return undefined;
  const shared = engine.kind === "embedded" ? null : table;
  // A function is paid by its time, and has one request at a time.
  const rejectionMs = engine.kind === "aws" ? 0 : 2_000;
  return new FairUse({ policies: allowances, addressHeader, table: shared, log, rejectionMs });
}
