import {
  type CompositePoint,
  compositeIndex,
  valueIn,
} from "../../domain/indicators/composite/composite-index";
import { methodRules } from "../../domain/indicators/composite/composite-method";
import type { CompositeRecipe } from "../../domain/indicators/composite/composite-recipe";
import {
  type CompositeScales,
  compositeScales,
  type JudgedRow,
} from "../../domain/indicators/composite/composite-scales";
import type { CompositeRow, CompositeValue } from "../../domain/indicators/composite/composite-value";
import type { IndicatorDefinition } from "../../domain/indicators/indicator";
import { exclusionOf, type MapExclusion } from "../../domain/indicators/indicator-map";
import { residentsPeriod } from "../../domain/indicators/indicator-series";
import type { Observation } from "../../domain/indicators/observation";
import { lastDay } from "../../domain/kit/dates";
import type { Area } from "../../domain/places/area";
import { knownCode } from "../kit/known-code";
import type { QueryContext } from "../kit/query-context";
import {
  type CompositeRequest,
  checkAreas,
  checkRequest,
  noReference,
  recipeOf,
  referenceCode,
} from "./composite-request";
import { levelFigures } from "./level-figures";

/** An index as it is answered, with what its sensitivity is made of. */
export interface CompositeIndex {
  readonly name: string | null;
  readonly recipe: CompositeRecipe;
  readonly definitions: readonly IndicatorDefinition[];
  readonly reference: { readonly area: Area; readonly period: string };
  readonly minimumResidents: number;
  readonly periods: readonly string[];
  /** Areas that are answered. */
  readonly areas: readonly Area[];
  /** All areas of the level. */
  readonly level: readonly Area[];
  /** Areas that were asked for by name. */
  readonly named: readonly Area[];
  /** Every area of the level in every period, in the order of `rows`. */
  readonly points: readonly JudgedPoint[];
  readonly rows: readonly JudgedRow[];
  readonly referenceRows: readonly CompositeRow[];
  readonly referencePoints: readonly (CompositeValue & { readonly period: string })[];
  readonly scales: CompositeScales;
  readonly sourceCodes: readonly string[];
}

export interface JudgedPoint extends CompositePoint {
  readonly residents: number | null;
  readonly exclusion: MapExclusion | null;
}

/**
 * An index over the areas of a level: what is published of each indicator and of residents, however many areas and
 * periods; all else is computed.
 * @throws HubError UNKNOWN_CODE, BAD_USER_INPUT, LIMIT_EXCEEDED.
 */
export async function makeCompositeIndex(
  request: CompositeRequest,
  context: QueryContext,
): Promise<CompositeIndex> {
  checkRequest(request);
  const { loaders } = context;
  const { minimumResidents: minimum } = request;
  const periods = [...new Set(request.periods)].sort((a, b) => (lastDay(a) < lastDay(b) ? -1 : 1));
  const basePeriod = request.reference?.period ?? periods[0]!;
  const city = request.city ?? null;
  const figuresOf = (indicator: string) => levelFigures({ city, level: request.level, indicator }, context);
  const [residents, ...numbers] = await Promise.all([
    minimum > 0 ? figuresOf(request.residentsIndicator) : null,
    ...request.indicators.map(({ indicator }) => figuresOf(indicator)),
  ] as const);
  const [definitions] = await Promise.all([
    Promise.all(
      request.indicators.map(({ indicator }) => knownCode(loaders.indicator, "indicators", indicator)),
    ),
    knownCode(loaders.indicator, "residentsIndicator", request.residentsIndicator),
  ]);
  const recipe = recipeOf(request, definitions);
  const { areas } = numbers[0]!;
  checkAreas(request.areas ?? [], areas);
  const reference = await knownCode<Area>(loaders.area, "reference.area", referenceCode(request, areas));
  const observations = numbers.flatMap((figures) => figures.observations);
  const rowOf = rowsFrom(
    [
      ...observations,
      ...(await numbersElsewhere(reference, [...periods, basePeriod], request, areas, context)),
    ],
    new Map(
      request.indicators.flatMap(({ indicator, period }) => (period ? [[indicator, period] as const] : [])),
    ),
  );
  const people = new Map(residents?.observations.map((o) => [`${o.areaCode}@${o.period}`, o.value]));
  const residentsOf = ({ areaCode, period }: CompositeRow): number | null =>
    people.get(`${areaCode}@${residentsPeriod(period)}`) ?? null;
  const judged = (period: string): JudgedRow[] =>
    areas.map(({ code }) => {
      const row = rowOf(code, period);
      return { ...row, comparable: exclusionOf(0, residentsOf(row), minimum) === null };
    });
  const rows = periods.flatMap(judged);
  const codes = recipe.parts.map(({ code }) => code);
  const scales = compositeScales({
    codes,
    rows: periods.includes(basePeriod) ? rows : [...rows, ...judged(basePeriod)],
    reference: rowOf(reference.code, basePeriod),
    frozen: new Map(
      request.indicators.flatMap(({ indicator, low, high }) =>
        typeof low === "number" && typeof high === "number" ? [[indicator, { low, high }] as const] : [],
      ),
    ),
  });
  checkReference(recipe, scales, reference.code, basePeriod);
  const points = compositeIndex(recipe, rows, scales);
  const referenceRows = periods.map((period) => rowOf(reference.code, period));
  const named = areas.filter(({ code }) => request.areas?.includes(code));
  return {
    name: request.name ?? null,
    recipe,
    definitions,
    reference: { area: reference, period: basePeriod },
    minimumResidents: minimum,
    periods,
    areas: request.areas ? named : areas,
    level: areas,
    named,
    points: points.map((point, i) => {
      const inhabitants = residentsOf(rows[i]!);
      return {
        ...point,
        residents: inhabitants,
        exclusion: exclusionOf(point.value, inhabitants, minimum),
      };
    }),
    rows,
    referenceRows,
    referencePoints: referenceRows.map((row) => ({ period: row.period, ...valueIn(recipe, row, scales) })),
    scales,
    sourceCodes: [...new Set([...rows, ...referenceRows].flatMap(sourcesIn))].sort(),
  };
}

const sourcesIn = ({ observations }: CompositeRow): string[] =>
  [...observations.values()].flatMap(({ sourceCodes }) => sourceCodes);

/** The numbers of a reference that is neither among the areas nor their city: one batch for every hundred. */
async function numbersElsewhere(
  { code: areaCode }: Area,
  periods: readonly string[],
  { indicators }: CompositeRequest,
  areas: readonly Area[],
  { loaders }: QueryContext,
): Promise<Observation[]> {
  if (areas.some(({ code, cityCode }) => code === areaCode || cityCode === areaCode)) return [];
  const wanted = indicators.flatMap(({ indicator: indicatorCode, period: fixed }) =>
    [...new Set(fixed ? [fixed] : periods)].map((period) => ({ areaCode, indicatorCode, period })),
  );
  const found = await Promise.all(wanted.map((key) => loaders.observation.load(key)));
  return found.filter((observation) => observation !== null);
}

/** The numbers of any area in any period, by indicator; of some indicators those of one part of the year. */
function rowsFrom(observations: readonly Observation[], partOfYear: ReadonlyMap<string, string>) {
  const byPlace = new Map<string, Map<string, Observation>>();
  for (const observation of observations) {
    const { indicatorCode, areaCode, period } = observation;
    const fixed = partOfYear.get(indicatorCode);
    if (fixed !== undefined && fixed !== period) continue;
    const place = `${areaCode}@${fixed === undefined ? period : "part"}`;
    const known = byPlace.get(place) ?? new Map<string, Observation>();
    byPlace.set(place, known.set(indicatorCode, observation));
  }
  return (areaCode: string, period: string): CompositeRow => ({
    areaCode,
    period,
    observations: new Map([
      ...(byPlace.get(`${areaCode}@${period}`) ?? []),
      ...(byPlace.get(`${areaCode}@part`) ?? []),
    ]),
  });
}

function checkReference(
  { method, parts }: CompositeRecipe,
  { goalposts }: CompositeScales,
  areaCode: string,
  period: string,
): void {
  if (!methodRules[method].needsReference) return;
  const without = parts.filter(({ code }) => {
    const known = goalposts.get(code);
    return known !== null && known !== undefined && known.reference === null;
  });
  if (without.length > 0)
    throw noReference(
      areaCode,
      period,
      without.map(({ code }) => code),
    );
}
