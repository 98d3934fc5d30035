import { compositeIndex, valueIn } from "../../domain/indicators/composite/composite-index";
import { methodRules } from "../../domain/indicators/composite/composite-method";
import type { CompositeRecipe } from "../../domain/indicators/composite/composite-recipe";
import {
  type CompositeScales,
  compositeScales,
  type JudgedRow,
} from "../../domain/indicators/composite/composite-scales";
import type { CompositeRow } from "../../domain/indicators/composite/composite-value";
import {
  type IndicatorPanel,
  indicatorPanel,
  residentsPeriod,
} from "../../domain/indicators/indicator-panel";
import type { Observation } from "../../domain/indicators/observation";
import { exclusionOf, smallestDenominator } from "../../domain/indicators/ranking";
import { lastDay } from "../../domain/kit/dates";
import type { Area } from "../../domain/places/area";
import { checkAreas } from "../kit/check-bounds";
import { allKnown, knownCode } from "../kit/known-code";
import type { QueryContext } from "../kit/query-context";
import {
  type CompositeRequest,
  checkRequest,
  noReference,
  recipeOf,
  referenceCode,
} from "./composite-request";
import { loadPanel } from "./load-panel";

/** An index over all areas of a level, with the input of its answer and its sensitivity. */
export type CompositeIndex = Awaited<ReturnType<typeof makeCompositeIndex>>;

/**
 * An index over the areas of a level: reads the panel of each indicator and of residents, however many areas and
 * periods.
 * @throws HubError UNKNOWN_CODE, BAD_USER_INPUT, LIMIT_EXCEEDED.
 */
export function makeCompositeIndex(request: CompositeRequest, context: QueryContext) {
  checkRequest(request);
  const { records } = context;
  const { level, city = null, indicators: wanted, residentsIndicator } = request;
  const periods = [...new Set(request.periods)].sort((a, b) => (lastDay(a) < lastDay(b) ? -1 : 1));
  const basePeriod = request.reference?.period ?? periods[0]!;
  const load = (indicator: string) => loadPanel({ indicator, level, city }, context);
  const [residents, ...loaded] = [
    request.minimumResidents > 0 ? load(residentsIndicator) : null,
    ...wanted.map(({ indicator }) => load(indicator)),
  ] as const;
  const [definitions] = [
    allKnown(
      records,
      "indicator",
      "indicators",
      wanted.map(({ indicator }) => indicator),
    ),
    knownCode(records, "indicator", "residentsIndicator", residentsIndicator),
  ];
  const recipe = recipeOf(request, definitions);
  const { areas } = loaded[0]!;
  checkAreas(request.areas, level, areas);
  const reference = knownCode(records, "area", "reference.area", referenceCode(request, areas));
  const panels = withReference(loaded, reference, [...periods, basePeriod], request, context);
  const rowOf = (areaCode: string, period: string): CompositeRow => ({
    areaCode,
    period,
    observations: new Map(
      wanted.flatMap(({ indicator, period: partOfYear }, i) => {
        const observation = panels[i]!.at(areaCode, partOfYear ?? period);
        return observation ? [[indicator, observation] as const] : [];
      }),
    ),
  });
  const residentsOf = ({ areaCode, period }: Pick<CompositeRow, "areaCode" | "period">): number | null =>
    residents?.at(areaCode, residentsPeriod(period))?.value ?? null;
  const judged = (period: string): JudgedRow[] =>
    areas.map(({ code }) => {
      const row = rowOf(code, period);
      const denominator = smallestDenominator(row.observations.values());
      // A missing part is another matter: the scales and the ranks judge it themselves.
      const facts = { value: 0, residents: residentsOf(row), denominator };
      return { ...row, comparable: exclusionOf(facts, request) === null };
    });
  const rows = periods.flatMap(judged);
  const scales = compositeScales({
    codes: recipe.parts.map(({ code }) => code),
    rows: periods.includes(basePeriod) ? rows : [...rows, ...judged(basePeriod)],
    reference: rowOf(reference.code, basePeriod),
    frozen: new Map(
      wanted.flatMap(({ indicator, low, high }) =>
        typeof low === "number" && typeof high === "number" ? [[indicator, { low, high }] as const] : [],
      ),
    ),
  });
  checkReference(recipe, scales, reference.code, basePeriod);
  const referenceRows = periods.map((period) => rowOf(reference.code, period));
  const sourcesIn = ({ observations }: CompositeRow) =>
    [...observations.values()].flatMap(({ sourceCodes }) => sourceCodes);
  return {
    recipe,
    definitions,
    reference: { area: reference, period: basePeriod },
    periods,
    /** All areas of the level. */
    areas,
    /** Areas that the request names. */
    named: areas.filter(({ code }) => request.areas?.includes(code)),
    residentsOf,
    /** Every area in every period, period by period. */
    rows,
    points: compositeIndex(recipe, rows, scales),
    referenceRows,
    referencePoints: referenceRows.map((row) => ({ period: row.period, ...valueIn(recipe, row, scales) })),
    scales,
    sourceCodes: [...new Set([...rows, ...referenceRows].flatMap(sourcesIn))].sort(),
  };
}

/** With the observations of a reference that is neither among the areas nor their city: one batch for every hundred. */
function withReference(
  panels: readonly IndicatorPanel[],
  { code: areaCode }: Area,
  periods: readonly string[],
  { indicators }: CompositeRequest,
  { records }: QueryContext,
): readonly IndicatorPanel[] {
  const { areas } = panels[0]!;
  if (areas.some(({ code, cityCode }) => code === areaCode || cityCode === areaCode)) return panels;
  return indicators.map(({ indicator: indicatorCode, period: partOfYear }, i) => {
    const wanted = [...new Set(partOfYear ? [partOfYear] : periods)];
    const found = wanted.map((period) => records.observation({ areaCode, indicatorCode, period }));
    const more: Observation[] = found.filter((observation) => observation !== null);
    return indicatorPanel({ areas, observations: [...panels[i]!.observations, ...more] });
  });
}

function checkReference(
  { method, parts }: CompositeRecipe,
  { goalposts }: CompositeScales,
  areaCode: string,
  period: string,
): void {
  if (!methodRules[method].needsReference) return;
  const without = parts.map(({ code }) => code).filter((code) => goalposts.get(code)?.reference === null);
  if (without.length > 0) throw noReference(areaCode, period, without);
}
