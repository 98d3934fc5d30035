import { limits } from "../../domain/kit/limits";
import type { AreaHint } from "../../domain/places/area-hint";
import type { Reader } from "../engine/reader";
import { readWhole } from "../engine/whole-list";
import { codecs } from "../records/codecs";
import { keys } from "../records/keys";

export function areaHintRepository(reader: Reader) {
  const records = codecs.areaHint.repository(reader);
  return {
    ...records,

    /** The hints from and to an area, by code. */
    ofArea(areaCode: string): AreaHint[] {
      const whole = { limit: limits.recordList, type: "AreaHint" };
      const items = readWhole(reader, { partition: keys.hintOfArea(areaCode, "").pk }, whole);
      const hints = records.byCodes(items.map(({ code }) => String(code)));
      return hints.filter((hint) => hint !== null);
    },
  };
}
