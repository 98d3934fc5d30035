import {
  type Coverage,
  createObservation,
  type Observation,
  ratioObservation,
} from "../../domain/indicators/observation";
import type { LocalizedText } from "../../domain/kit/localized-text";
import type { AreaLevel } from "../../domain/places/area";
import { type CountCode, countCodes, ratioDefinitions } from "./ds205.indicators";

/** An area and a year. */
export interface Place {
  readonly areaCode: string;
  readonly areaLevel: AreaLevel;
  readonly period: string;
}

/** A count with what makes it comparable: the parts that it lacks, as codes of areas; none for a published one. */
export interface Count {
  readonly observation: Observation;
  readonly lacks: readonly string[];
}

export type Counts = Readonly<Record<CountCode, Count>>;

interface CountFields {
  readonly value: number | null;
  readonly note: LocalizedText | null;
  readonly coverage?: Coverage | null;
  readonly status?: "PROVISIONAL";
}

export const countObservation = (place: Place, indicatorCode: string, fields: CountFields): Observation =>
  createObservation({
    ...place,
    indicatorCode,
    value: fields.value,
    numerator: null,
    denominator: null,
    status: fields.value === null ? "MISSING" : (fields.status ?? "NORMAL"),
    note: fields.note,
    coverage: fields.coverage ?? null,
    sourceCodes: ["ds205"],
  });

/** All 26 observations of an area and a year: the counts, the two made of them, the ratios. */
export function observationsOf(place: Place, counts: Counts): Observation[] {
  const derived: readonly [string, Count][] = [
    ["natural_balance", combined(place, "natural_balance", counts.births, counts.deaths, (a, b) => a - b)],
    [
      "migration_moves",
      combined(place, "migration_moves", counts.emigrated, counts.immigrated, (a, b) => a + b),
    ],
  ];
  const known = new Map<string, Count>([
    ...countCodes.map((code) => [code, counts[code]] as const),
    ...derived,
  ]);
  const ratios = ratioDefinitions.map((definition) => {
    const [numerator, denominator] = [definition.numeratorCode!, definition.denominatorCode!].map(
      (c) => known.get(c)!,
    );
    return comparable(numerator!, denominator!)
      ? ratioObservation(definition, numerator!.observation, denominator!.observation)
      : countObservation(place, definition.code, { value: null, note: otherParts });
  });
  return [...[...known.values()].map(({ observation }) => observation), ...ratios];
}

function combined(
  place: Place,
  code: string,
  a: Count,
  b: Count,
  compute: (a: number, b: number) => number,
): Count {
  const parts = [a.observation, b.observation];
  const [first, second] = parts.map((part) => part.value);
  const coverage = parts
    .map((part) => part.coverage)
    .reduce((x, y) => (x === null || (y !== null && y.present < x.present) ? y : x));
  const missing = parts.filter((part) => part.value === null).map((part) => part.indicatorCode);
  if (first === null || first === undefined || second === null || second === undefined) {
    const note = { it: `Manca: ${missing.join(", ")}.`, en: `Not available: ${missing.join(", ")}.` };
    return { observation: countObservation(place, code, { value: null, note, coverage }), lacks: a.lacks };
  }
  if (!comparable(a, b))
    return {
      observation: countObservation(place, code, { value: null, note: otherParts, coverage }),
      lacks: a.lacks,
    };
  const { status, note } = parts[0]!;
  const fields = { value: compute(first, second), note, coverage };
  const observation = countObservation(
    place,
    code,
    status === "PROVISIONAL" ? { ...fields, status } : fields,
  );
  return { observation, lacks: a.lacks };
}

/** Two sums over different areas give neither a difference nor a ratio. */
const comparable = (a: Count, b: Count): boolean => a.lacks.join() === b.lacks.join();

const otherParts: LocalizedText = {
  it: "I totali di cui è composto non coprono gli stessi NIL.",
  en: "The totals that it is made of do not cover the same NIL.",
};
