import type { Clock, Table } from "../../src/storage/engine/table";
import { copiesOf } from "./table-copies";

const emptyTable = copiesOf(async () => undefined);

/** An empty table on an engine in memory; nothing to close. The clock is the real one unless given. */
export const startTable = (clock?: Clock): Promise<Table> => emptyTable(clock);
