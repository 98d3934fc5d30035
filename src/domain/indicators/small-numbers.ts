import { groupBy } from "../kit/group-by";
import { disclosureThreshold } from "../statistics/disclosure";
import { suppressedCells, type TableCell } from "../statistics/suppression";
import { type Observation, observationCode } from "./observation";
import {
  type Definitions,
  denominatorOf,
  numeratorOf,
  type Relations,
  type Sensitive,
  sensitiveAmong,
  tiedTo,
} from "./sensitive";
import {
  type CityOf,
  type NumberCell,
  type NumberCells,
  sumsOfIndicators,
  sumsOverAreas,
} from "./small-number-sums";

/** All that readers see of some indicators together. */
export interface SmallNumbersTable {
  readonly definitions: Definitions;
  readonly relations: Relations;
  /** The observations that are about to be stored. */
  readonly given: readonly Observation[];
  /** Those that the hub has beside them. */
  readonly beside: readonly Observation[];
  /** Codes of observations that were suppressed before: they stay so. */
  readonly wasSuppressed: ReadonlySet<string>;
  readonly cityOf: CityOf;
}

/**
 * Codes of the observations that must be suppressed, so that no small number of a sensitive indicator can be read or worked out
 * (docs/methods.md, Small numbers). They may be given, beside, or ratios of which one of these is a part.
 */
export function smallNumbers(table: SmallNumbersTable): ReadonlySet<string> {
  const { definitions, relations, wasSuppressed } = table;
  const sensitive = sensitiveAmong(definitions, relations.nested);
  const tied = tiedTo(sensitive.counts, relations.sums);
  const known = numbersIn(table);
  const hiddenBefore = new Set([...wasSuppressed, ...numeratorsHidden(table, known)]);
  const cells = [...known].filter(([, { indicatorCode }]) => tied.has(indicatorCode));
  const hidden = new Set(wasSuppressed);
  for (const ofPeriod of groupBy(cells, ([, { period }]) => period).values()) {
    const numbers = new Map(ofPeriod);
    const judged = ofPeriod.map(([key, cell]) =>
      judgedCell(key, cell, { ...sensitive, tied }, known, hiddenBefore),
    );
    if (judged.every(({ unsafe, wasSuppressed: was }) => unsafe === null && !was)) continue;
    const equations = [...sumsOverAreas(numbers, table), ...sumsOfIndicators(numbers, relations.sums)];
    // A number with one possible value, such as 0 of 0 people, is known to readers and protects none.
    const open = judged.filter(({ low, high }) => low < high);
    const totals = new Set(equations.map(({ total }) => total));
    const ordered = open.map((cell) => (totals.has(cell.key) ? { ...cell, isTotal: true } : cell));
    for (const key of suppressedCells(ordered, equations)) hidden.add(key);
  }
  return new Set([...hidden, ...ratiosWith(hidden, definitions)]);
}

/** The numbers that readers see or can compute: those of ratios too, which are rounded values times their denominator. */
function numbersIn({ given, beside, definitions }: SmallNumbersTable): NumberCells {
  const known = new Map<string, NumberCell>();
  const all = [given, beside].flatMap((some, i) => some.map((each) => ({ each, isGiven: i === 0 })));
  const add = (each: Observation, indicatorCode: string, value: number | null, isGiven: boolean): void => {
    const cell = { indicatorCode, areaCode: each.areaCode, areaLevel: each.areaLevel, period: each.period };
    const code = observationCode(cell);
    if (value !== null && !known.has(code)) known.set(code, { ...cell, value, isGiven });
  };
  for (const { each, isGiven } of all) add(each, each.indicatorCode, each.value, isGiven);
  for (const { each, isGiven } of all) {
    const [numerator, denominator] = [numeratorOf, denominatorOf].map((of) =>
      of(each.indicatorCode, definitions),
    );
    add(each, numerator!, each.numerator, isGiven);
    add(each, denominator!, each.denominator, isGiven);
    const factor = definitions.get(each.indicatorCode)?.factor;
    const whole = known.get(observationCode({ ...each, indicatorCode: denominator! }))?.value;
    if (each.value !== null && factor && whole !== undefined)
      add(each, numerator!, Math.round((each.value * whole) / factor), isGiven);
  }
  return known;
}

/** Under it a number has no room for five others on both sides and for being safe itself. */
const leastRoom = 4 * disclosureThreshold;

/** By the whole, which stays public: the smallest that has room is suppressed first, those without room last. */
const lossOf = (whole: number): number => (whole < leastRoom ? Number.MAX_SAFE_INTEGER - whole : whole);

function judgedCell(
  key: string,
  cell: NumberCell,
  { amounts, counts, wholes, tied }: Sensitive & { readonly tied: ReadonlySet<string> },
  known: NumberCells,
  hiddenBefore: ReadonlySet<string>,
): TableCell {
  const { indicatorCode, value } = cell;
  const found = (wholes.get(indicatorCode) ?? []).flatMap(
    (whole) => known.get(observationCode({ ...cell, indicatorCode: whole })) ?? [],
  );
  const around = found.map((whole) => whole.value);
  // A whole that is suppressed itself must not be known to be 0 by what is shown of its parts.
  const isSecret = (whole: NumberCell): boolean => counts.has(whole.indicatorCode);
  const isFew = found.some(
    (whole) => whole.value < disclosureThreshold && (whole.value > 0 || isSecret(whole)),
  );
  const open = found.filter((whole) => !tied.has(whole.indicatorCode)).map((whole) => whole.value);
  const common = {
    ...(hiddenBefore.has(key) && { wasSuppressed: true }),
    ...(open.length > 0 && { loss: lossOf(Math.min(...open)) }),
  };
  if (amounts.has(indicatorCode) || !counts.has(indicatorCode)) {
    const low = value < 0 ? Number.NEGATIVE_INFINITY : 0;
    const unsafe = isFew && counts.has(indicatorCode) ? "low" : null;
    return { key, value, low, high: Number.POSITIVE_INFINITY, unsafe, hasNoThreshold: true, ...common };
  }
  const isStructural = !isFew && around.some((whole) => whole === 0);
  const isSmall = !isStructural && (isFew || value < disclosureThreshold);
  const isNearAll =
    !isStructural && around.some((whole) => isFew || (whole >= value && whole - value < disclosureThreshold));
  const unsafe = isSmall ? (isNearAll ? "both" : "low") : isNearAll ? "high" : null;
  const limits = found.filter((whole) => whole.value >= disclosureThreshold || !isSecret(whole));
  const high = Math.min(
    ...limits.map((whole) => whole.value).filter((whole) => whole >= value),
    Number.POSITIVE_INFINITY,
  );
  return { key, value, low: Math.min(0, value), high, unsafe, ...common };
}

/** A ratio that was suppressed, and whose numerator is no observation, stands for its numerator. */
function numeratorsHidden(
  { given, beside, definitions, wasSuppressed }: SmallNumbersTable,
  known: NumberCells,
): string[] {
  const observed = new Set([...given, ...beside].map(observationCode));
  return [...known].flatMap(([code, cell]) => {
    if (!wasSuppressed.has(code)) return [];
    const numerator = observationCode({
      ...cell,
      indicatorCode: numeratorOf(cell.indicatorCode, definitions),
    });
    return observed.has(numerator) ? [] : numerator;
  });
}

/** Codes of all ratios of which one of these numbers is a part, whether the hub has them or not. */
function ratiosWith(hidden: ReadonlySet<string>, definitions: Definitions): string[] {
  const ratios = [...definitions.values()].filter(
    ({ numeratorCode, sensitive }) => numeratorCode !== null || sensitive,
  );
  const byPart = groupBy(
    ratios.flatMap(({ code }) =>
      [numeratorOf, denominatorOf].map((of) => ({ part: of(code, definitions), code })),
    ),
    ({ part }) => part,
  );
  return [...hidden].flatMap((key) => {
    const [part = "", ...place] = key.split("@");
    return (byPart.get(part) ?? []).map(({ code }) => [code, ...place].join("@"));
  });
}
