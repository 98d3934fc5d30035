import { limits } from "../../domain/kit/limits";
import type { AreaHint } from "../../domain/places/area-hint";
import type { Table } from "../engine/table";
import { readWhole } from "../engine/whole-list";
import { codecs } from "../records/codecs";
import { keys } from "../records/keys";

export function areaHintRepository(table: Table) {
  const records = codecs.areaHint.repository(table);
  return {
    ...records,

    /** The hints from and to an area, by code: one Query and one BatchGet. */
    async ofArea(areaCode: string): Promise<AreaHint[]> {
      const whole = { limit: limits.recordList, type: "AreaHint" };
      const items = await readWhole(table, { partition: keys.hintOfArea(areaCode, "").pk }, whole);
      const hints = await records.byCodes(items.map(({ code }) => String(code)));
      return hints.filter((hint) => hint !== null);
    },
  };
}
