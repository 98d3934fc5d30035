import { HubError } from "../kit/errors";
import { joinedText, type LocalizedText } from "../kit/localized-text";
import type { AreaPart } from "../places/area-parts";
import type { IndicatorDefinition } from "./indicator";
import type { Coverage, Observation, ObservationStatus } from "./observation";

export type PartValue = Pick<
  Observation,
  "areaCode" | "value" | "numerator" | "denominator" | "status" | "coverage" | "sourceCodes"
>;

/** A value of an area, computed from smaller areas. */
export interface AggregatedValue
  extends Pick<Observation, "denominator" | "note" | "numerator" | "sourceCodes" | "status" | "value"> {
  readonly coverage: Coverage;
  readonly parts: readonly AreaPart[];
}

/**
 * The value of an area from those of its parts, by the rule of the indicator (docs/methods.md, Totals over areas). Counts are
 * summed; ratios are computed from summed numerators and denominators. A part with a share below 1 counts with that share, and
 * the total is then estimated. Missing parts are not imputed: the coverage and the note report them.
 * @param observations by area code.
 * @throws HubError BAD_USER_INPUT for an indicator without a rule.
 */
export function areaTotal(
  indicator: IndicatorDefinition,
  parts: readonly AreaPart[],
  observations: ReadonlyMap<string, PartValue>,
): AggregatedValue {
  checkAddsUp(indicator);
  const isRatio = indicator.aggregation === "WEIGHTED_MEAN";
  const known = parts.flatMap(({ areaCode, share }) => {
    const observation = observations.get(areaCode);
    const hasParts = observation?.numerator !== null && observation?.denominator !== null;
    const isKnown = observation && observation.value !== null && share !== null && (!isRatio || hasParts);
    return isKnown ? [{ share, observation }] : [];
  });
  const sumOf = (field: "value" | "numerator" | "denominator"): number =>
    known.reduce((sum, { share, observation }) => sum + share * observation[field]!, 0);
  const denominator = isRatio ? sumOf("denominator") : null;
  const coverage = { expected: parts.length, present: known.length };
  const used = new Set(known.map(({ observation }) => observation.areaCode));
  const absent = parts.map(({ areaCode }) => areaCode).filter((code) => !used.has(code));
  const sourceCodes = [...new Set(known.flatMap(({ observation }) => observation.sourceCodes))].sort();
  if (known.length === 0 || denominator === 0) {
    const note = known.length === 0 ? nothingKnown : zeroDenominator;
    const nothing = { value: null, numerator: null, denominator: null, status: "MISSING" as const };
    return { ...nothing, note, coverage, parts, sourceCodes };
  }
  const numerator = isRatio ? sumOf("numerator") : null;
  const statuses = known.map(({ observation }) => observation.status);
  const isSplit = known.some(({ share }) => share < 1);
  return {
    value: isRatio ? (indicator.factor! * numerator!) / denominator! : sumOf("value"),
    numerator,
    denominator,
    status: statusOf(statuses, isSplit, absent.length > 0),
    note: join([
      isSplit ? split : null,
      absent.length === 0 ? null : without(absent),
      known.some(({ observation }) => isIncomplete(observation)) ? incomplete : null,
      !isSplit && statuses.includes("ESTIMATED") ? estimated : null,
      statuses.includes("FORECAST") ? forecast : null,
      statuses.includes("BREAK") ? breaks : null,
    ]),
    coverage,
    parts,
    sourceCodes,
  };
}

/** Whether the indicator has a rule for totals. */
export const addsUp = ({
  aggregation,
  factor,
}: Pick<IndicatorDefinition, "aggregation" | "factor">): boolean =>
  aggregation === "SUM" || (aggregation === "WEIGHTED_MEAN" && factor !== null);

/** @throws HubError BAD_USER_INPUT for an indicator without a rule for totals. */
export function checkAddsUp(indicator: IndicatorDefinition): void {
  if (addsUp(indicator)) return;
  const { code, aggregation } = indicator;
  throw new HubError("BAD_USER_INPUT", "notAggregated", { code, aggregation }, { where: "indicator" });
}

/** The reason where a total is missing because there is no rule. */
export const noTotal: LocalizedText = {
  it: "La regola di aggregazione dell'indicatore non ammette totali.",
  en: "The indicator's rule of aggregation allows no totals.",
};

function statusOf(
  statuses: readonly ObservationStatus[],
  isSplit: boolean,
  lacksParts: boolean,
): ObservationStatus {
  if (statuses.includes("FORECAST")) return "FORECAST";
  if (isSplit || statuses.includes("ESTIMATED")) return "ESTIMATED";
  if (statuses.includes("BREAK")) return "BREAK";
  return lacksParts || statuses.includes("PROVISIONAL") ? "PROVISIONAL" : "NORMAL";
}

/** A total with missing parts. The row of residents without an area alone is not one of them. */
const isIncomplete = ({ status, coverage }: PartValue): boolean =>
  status !== "NORMAL" && coverage !== null && coverage.present < coverage.expected;

const incomplete: LocalizedText = {
  it: "Almeno una parte è a sua volta incompleta.",
  en: "At least one part is itself incomplete.",
};
const split: LocalizedText = {
  it: "Stima: le aree a cavallo di un confine contano in proporzione alla loro superficie.",
  en: "Estimated: areas that lie only partly in it count with the share of their surface.",
};
const estimated: LocalizedText = {
  it: "Almeno una parte è a sua volta stimata.",
  en: "At least one part is itself estimated.",
};
const forecast: LocalizedText = {
  it: "Almeno una parte è una previsione.",
  en: "At least one part is a forecast.",
};
const breaks: LocalizedText = {
  it: "La serie di almeno una parte cambia base in questo periodo.",
  en: "The series of at least one part changes its base in this period.",
};
const nothingKnown: LocalizedText = {
  it: "Nessuna delle parti ha un valore.",
  en: "None of the parts has a value.",
};
const zeroDenominator: LocalizedText = {
  it: "La somma dei denominatori è 0.",
  en: "The sum of the denominators is 0.",
};
const mostNamed = 10;

function without(codes: readonly string[]): LocalizedText {
  const named = codes.slice(0, mostNamed).join(", ");
  const more = codes.length - mostNamed;
  return more > 0
    ? { it: `Mancano ${named} e altre ${more}.`, en: `Without ${named} and ${more} more.` }
    : { it: `Mancano: ${named}.`, en: `Without ${named}.` };
}

function join(notes: readonly (LocalizedText | null)[]): LocalizedText | null {
  return joinedText(notes.filter((note) => note !== null));
}
