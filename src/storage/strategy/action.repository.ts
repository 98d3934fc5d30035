import type { Action } from "../../domain/strategy/action";
import type { Page, PageRequest } from "../engine/page";
import { given } from "../engine/query-input";
import type { Reader } from "../engine/reader";
import { codecs } from "../records/codecs";
import { keys } from "../records/keys";

export function actionRepository(reader: Reader) {
  const records = codecs.action.repository(reader);
  return {
    ...records,

    /** The actions that name an area, of all strategies or of one, by code. */
    ofArea: (areaCode: string, strategyCode: string | undefined, request: PageRequest): Page<Action> => {
      const where = given([["strategyCode", "equals", strategyCode]]);
      return records.listedIn({ partition: keys.actionInArea(areaCode, "").pk, where }, request);
    },
  };
}
