import { type AreaHint, areaHintRecord } from "../../domain/places/area-hint";
import { keyed } from "./entity";
import { keys } from "./keys";

/** A hint, in the lists of both of its areas. */
export const areaHintCodec = {
  ...keyed(
    "AreaHint",
    "areaHints",
    (code) => keys.record("AreaHint", code),
    ({ code }: AreaHint) => code,
  ),
  starterFile: "area-hints.json",
  create: areaHintRecord.create,
  jsonSchema: areaHintRecord.jsonSchema,
  edges: ({ areaCode, code, otherCode }: AreaHint) =>
    [areaCode, otherCode].map((each) => ({ ...keys.hintOfArea(each, code), code })),
} as const;
