import path from "node:path";
import { loadStarter } from "../../src/ingest/starter";
import { copiesOf } from "./table-copies";

const data = path.resolve(__dirname, "../../data");
const now = "2026-01-01T00:00:00.000Z";

/** A table in memory with the starter data of `data/`. */
export const starterTable = copiesOf((table) => loadStarter(table, data, now));

/** The same with the demonstration beside it. */
export const demoTable = copiesOf(async (table) => {
  await loadStarter(table, data, now);
  await loadStarter(table, path.join(data, "demo"), now);
});
