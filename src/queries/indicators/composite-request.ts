import type { CompositeMethod } from "../../domain/indicators/composite/composite-method";
import { mayBeCalled } from "../../domain/indicators/composite/composite-name";
import type { CompositeRecipe, MissingPolicy } from "../../domain/indicators/composite/composite-recipe";
import type { Direction } from "../../domain/indicators/composite/imbalance-penalty";
import type { IndicatorDefinition } from "../../domain/indicators/indicator";
import { residentsPeriod } from "../../domain/indicators/indicator-panel";
import { HubError } from "../../domain/kit/errors";
import { limits } from "../../domain/kit/limits";
import type { Area, AreaLevel } from "../../domain/places/area";
import { checkBounds, checkCount } from "../kit/check-bounds";

/** A component of an index, as requested. */
interface RequestedPart {
  /** Code of the indicator. */
  readonly indicator: string;
  readonly weight: number;
  /** As the indicator states if absent. */
  readonly polarity?: Direction | null | undefined;
  /** The part of the year, if it describes only one. */
  readonly period?: string | null | undefined;
  /** Fixed goalposts: both or neither. */
  readonly low?: number | null | undefined;
  readonly high?: number | null | undefined;
}

/** The value that counts as 100. */
interface RequestedReference {
  /** The earliest of the periods if absent. */
  readonly period?: string | null | undefined;
  /** The city of the areas if absent. */
  readonly area?: string | null | undefined;
}

export interface CompositeRequest {
  readonly indicators: readonly RequestedPart[];
  readonly periods: readonly string[];
  readonly name?: string | null | undefined;
  /** Codes of the areas in the answer; all of the level if absent. */
  readonly areas?: readonly string[] | null | undefined;
  readonly level: AreaLevel;
  readonly city?: string | null | undefined;
  readonly method: CompositeMethod;
  readonly direction: Direction;
  readonly reference?: RequestedReference | null | undefined;
  readonly missing: MissingPolicy;
  readonly minimumResidents: number;
  readonly minimumDenominator: number;
  readonly residentsIndicator: string;
}

/** The checks that need no reads. @throws HubError BAD_USER_INPUT. */
export function checkRequest(request: CompositeRequest): void {
  const { indicators, periods, areas, minimumDenominator, minimumResidents } = request;
  checkCount("indicators", indicators, limits.compositeParts);
  checkCount("periods", periods, limits.compositePeriods);
  checkBounds("minimumResidents", minimumResidents, limits.rankedResidents);
  checkBounds("minimumDenominator", minimumDenominator, limits.rankedDenominator);
  if (areas) checkCount("areas", areas, limits.compositeAreas);
  for (const { weight } of indicators) checkBounds("weight", weight, limits.compositeWeight);
  const codes = indicators.map(({ indicator }) => indicator);
  const twice = codes.find((code, i) => codes.indexOf(code) !== i);
  if (twice !== undefined)
    throw new HubError("BAD_USER_INPUT", "indicatorTwice", { code: twice }, { where: "indicators" });
  const years = [...periods, ...(request.reference?.period ? [request.reference.period] : [])].map(
    residentsPeriod,
  );
  const elsewhere = indicators.find(({ period }) => period && years.some((year) => !period.startsWith(year)));
  if (elsewhere !== undefined) {
    const values = { indicator: elsewhere.indicator, period: elsewhere.period! };
    throw new HubError("BAD_USER_INPUT", "otherYear", values, { where: "indicators" });
  }
  for (const { indicator, low, high } of indicators) {
    const given = [low, high].filter((end) => end !== null && end !== undefined);
    if (given.length === 0 || (given.length === 2 && low! < high!)) continue;
    throw new HubError("BAD_USER_INPUT", "goalposts", { indicator, low, high }, { where: "indicators" });
  }
}

/** @throws HubError BAD_USER_INPUT if a polarity or the name does not fit the indicators. */
export function recipeOf(
  { name, method, direction, missing, indicators }: CompositeRequest,
  definitions: readonly IndicatorDefinition[],
): CompositeRecipe {
  if (name && !mayBeCalled(name, definitions))
    throw new HubError("BAD_USER_INPUT", "fragility", { name }, { where: "name" });
  const parts = indicators.map((part, i) => ({
    code: part.indicator,
    weight: part.weight,
    polarity: polarityOf(part, definitions[i]!),
  }));
  return { method, direction, parts, missing };
}

function polarityOf({ indicator, polarity }: RequestedPart, definition: IndicatorDefinition) {
  const known = polarity ?? definition.polarity;
  if (known !== "NEUTRAL") return known;
  throw new HubError("BAD_USER_INPUT", "neutral", { indicator }, { where: "indicators" });
}

/** The area of the reference. @throws HubError BAD_USER_INPUT if the areas belong to several cities. */
export function referenceCode(request: CompositeRequest, areas: readonly Area[]): string {
  if (request.reference?.area) return request.reference.area;
  const [city, ...others] = new Set(areas.map(({ cityCode }) => cityCode));
  if (city !== null && city !== undefined && others.length === 0) return city;
  throw new HubError("BAD_USER_INPUT", "severalCities", null, { where: "reference.area" });
}

/** @throws HubError BAD_USER_INPUT if the method needs a reference that has no value. */
export const noReference = (area: string, period: string, codes: readonly string[]): HubError =>
  new HubError("BAD_USER_INPUT", "noReference", { area, period, codes }, { where: "reference" });
