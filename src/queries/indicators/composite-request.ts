import type { CompositeMethod } from "../../domain/indicators/composite/composite-method";
import { mayBeCalled } from "../../domain/indicators/composite/composite-name";
import type { CompositeRecipe, MissingPolicy } from "../../domain/indicators/composite/composite-recipe";
import type { Direction } from "../../domain/indicators/composite/imbalance-penalty";
import type { IndicatorDefinition } from "../../domain/indicators/indicator";
import { residentsPeriod } from "../../domain/indicators/indicator-panel";
import { HubError } from "../../domain/kit/errors";
import { limits } from "../../domain/kit/limits";
import type { Area, AreaLevel } from "../../domain/places/area";
import { checkBounds } from "../kit/check-bounds";

/** A component of an index, as requested. */
export interface RequestedPart {
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
export interface RequestedReference {
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
  readonly residentsIndicator: string;
}

/** The checks that need no reads. @throws HubError BAD_USER_INPUT. */
export function checkRequest(request: CompositeRequest): void {
  const { indicators, periods, areas, minimumResidents } = request;
  checkBounds("the number of indicators", indicators.length, limits.compositeParts);
  checkBounds("the number of periods", periods.length, limits.compositePeriods);
  checkBounds("minimumResidents", minimumResidents, limits.rankedResidents);
  if (areas) checkBounds("the number of areas", areas.length, limits.compositeAreas);
  for (const { weight } of indicators) checkBounds("weight", weight, limits.compositeWeight);
  const codes = indicators.map(({ indicator }) => indicator);
  const twice = codes.find((code, i) => codes.indexOf(code) !== i);
  if (twice !== undefined)
    throw wrong("indicators", {
      message: `indicators names ${twice} twice.`,
      messageIt: `indicators nomina due volte ${twice}.`,
      hint: "Name it once, with more weight.",
    });
  const years = [...periods, ...(request.reference?.period ? [request.reference.period] : [])].map(
    residentsPeriod,
  );
  const elsewhere = indicators.find(({ period }) => period && years.some((year) => !period.startsWith(year)));
  if (elsewhere !== undefined)
    throw wrong("indicators", {
      message: `${elsewhere.indicator} is asked of ${elsewhere.period}, which is not in the year of every period.`,
      messageIt: `${elsewhere.indicator} è richiesto per ${elsewhere.period}, che non è nell'anno di ogni periodo.`,
      hint: "Numbers are not carried from year to year: ask for periods of that year only.",
    });
  for (const { indicator, low, high } of indicators) {
    const given = [low, high].filter((end) => end !== null && end !== undefined);
    if (given.length === 0 || (given.length === 2 && low! < high!)) continue;
    throw wrong("indicators", {
      message: `The goalposts of ${indicator} are ${low ?? "none"} and ${high ?? "none"}; both must be given, low below high.`,
      messageIt: `Gli estremi di ${indicator} sono ${low ?? "nessuno"} e ${high ?? "nessuno"}; servono entrambi, low minore di high.`,
      hint: "Give both as an earlier answer gave them in its recipe, or neither.",
    });
  }
}

/** @throws HubError BAD_USER_INPUT if a polarity or the name does not fit the indicators. */
export function recipeOf(
  { name, method, direction, missing, indicators }: CompositeRequest,
  definitions: readonly IndicatorDefinition[],
): CompositeRecipe {
  if (name && !mayBeCalled(name, definitions))
    throw wrong("name", {
      message: `"${name.slice(0, 80)}" claims fragility, and none of the parts tells of income or housing.`,
      messageIt: `"${name.slice(0, 80)}" parla di fragilità, e nessuna delle parti riguarda il reddito o la casa.`,
      hint: "Call it what it is, for example after its parts: older people and people who live alone.",
    });
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
  throw wrong("indicators", {
    message: `${indicator} is NEUTRAL: the hub does not say whether more of it is good or bad.`,
    messageIt: `${indicator} è NEUTRAL: l'hub non dice se averne di più sia un bene o un male.`,
    hint: "Give its polarity: HIGHER_IS_BETTER or HIGHER_IS_WORSE.",
  });
}

/** The area of the reference. @throws HubError BAD_USER_INPUT if the areas belong to several cities. */
export function referenceCode(request: CompositeRequest, areas: readonly Area[]): string {
  if (request.reference?.area) return request.reference.area;
  const [city, ...others] = new Set(areas.map(({ cityCode }) => cityCode));
  if (city !== null && city !== undefined && others.length === 0) return city;
  throw wrong("reference.area", {
    message: "The areas are not those of one city, so there is no city to compare with.",
    messageIt: "Le aree non sono quelle di un'unica città: manca la città con cui confrontarle.",
    hint: "Name a city, or an area in reference.",
  });
}

/** @throws HubError BAD_USER_INPUT if the method needs a reference that has no value. */
export const noReference = (area: string, period: string, codes: readonly string[]): HubError =>
  wrong("reference", {
    message: `${area} has no value in ${period} of: ${codes.join(", ")}.`,
    messageIt: `${area} non ha valori nel ${period} per: ${codes.join(", ")}.`,
    hint: "Choose another reference, or a method without one: MPI, MIN_MAX_MEAN, Z_SCORE_MEAN.",
  });

/** @throws HubError BAD_USER_INPUT for an area of another level or city. */
export function checkAreas(wanted: readonly string[], areas: readonly Area[]): void {
  const known = new Set(areas.map(({ code }) => code));
  const other = wanted.find((code) => !known.has(code));
  if (other === undefined) return;
  throw wrong("areas", {
    message: `areas names "${other.slice(0, 80)}", which is no area of this level and city.`,
    messageIt: `areas nomina "${other.slice(0, 80)}", che non è un'area di questo livello e di questa città.`,
    hint: "Look the codes up, for example { areas { nodes { code name level } } }.",
  });
}

const wrong = (where: string, text: { message: string; messageIt: string; hint: string }): HubError =>
  new HubError("BAD_USER_INPUT", { ...text, where });
