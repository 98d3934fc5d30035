import { limits } from "../../domain/kit/limits";
import { findIndicators } from "../../queries/search/find-indicators";
import { IndicatorConnectionType, IndicatorFamilyEnum } from "../indicators/indicator.type";
import { optional } from "../kit/argument";
import { operation, queries } from "../kit/declare";
import { input } from "../kit/input";
import { listArguments } from "../kit/page.input";
import { AreaLevelEnum } from "../places/area.type";

const { searchText, searchWords } = limits;

const IndicatorFilterInput = input(
  "IndicatorFilter",
  "Filter of indicators. All conditions must be met; without conditions all indicators match.",
  {
    text: optional(
      () => String,
      `Search words, as in search: ${searchText.smallest} to ${searchText.largest} characters, at most ${searchWords} words.`,
    ),
    family: optional(() => IndicatorFamilyEnum, "Family of the indicators."),
    level: optional(() => AreaLevelEnum, "Level at which any area has a value."),
    area: optional(() => String, "Code of an area with a value in any period, for example nil:42."),
  },
);

queries({
  indicators: operation(
    () => IndicatorConnectionType,
    "Indicators, by code. For the best matches of a text first, see search.",
    {
      filter: optional(() => IndicatorFilterInput, "Filter of indicators; all when absent."),
      ...listArguments,
    },
    ({ filter, ...page }, context) => findIndicators(filter, page, context),
  ),
});
