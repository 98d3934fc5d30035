import type { Unit } from "../../domain/kit/unit";
import { LocalizedTextType } from "./localized-text.type";
import { nonNull, nullable, output } from "./output";

export const UnitType = output<Unit>("Unit", "Unit of measure.", {
  code: nonNull(() => String, "Code, for example persons or percent."),
  name: nonNull(() => LocalizedTextType, "Name."),
  symbol: nullable(() => String, "Symbol, for example %; null if it has none."),
});
