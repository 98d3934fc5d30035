import { HubError } from "../../domain/kit/errors";
import { problem } from "../kit/cells";
import type { LineProblem } from "../kit/problem";
import type { Carried, Finished, FinishedRecord } from "../kit/source";
import { type Count, type Counts, countObservation, observationsOf, type Place } from "./ds205.counts";
import { type CountCode, countCodes, countColumns } from "./ds205.indicators";
import { milano } from "./milano";

/** The counts of a row; `nil` is `null` for the row of residents who belong to none. */
export interface RowCounts {
  readonly year: string;
  readonly nil: number | null;
  readonly counts: Readonly<Record<CountCode, number | null>>;
}

/**
 * The city, year by year: the sum of its NIL and of the row "N.D.", where blank is not there and 0 is 0.
 *
 * A total is NORMAL when all NIL are in it; coverage counts the row "N.D." as well, which may be blank. With NIL
 * missing it is the sum of what is there, PROVISIONAL and with a note that names them: nothing is estimated, the
 * number is a true lower bound, and it will be replaced when the source fills the gap. (ESTIMATED would claim that
 * somebody had made the gap good; MISSING would hide that nearly all of the city was counted.) Differences and
 * ratios of totals that lack different NIL are MISSING.
 */
export function cityTotals(rows: readonly Carried<RowCounts>[]): Finished {
  const years = [...new Set(rows.map(({ carry }) => carry.year))].sort();
  const parts = years.map((year) =>
    yearTotals(
      year,
      rows.filter(({ carry }) => carry.year === year),
    ),
  );
  return {
    records: parts.flatMap(({ records }) => records),
    problems: parts.flatMap(({ problems }) => problems),
  };
}

function yearTotals(year: string, all: readonly Carried<RowCounts>[]): Finished {
  const [unattributed, ...again] = all.filter(({ carry }) => carry.nil === null);
  const ofNil = all.filter(({ carry }) => carry.nil !== null);
  const place: Place = { areaCode: milano.cityCode, areaLevel: "CITY", period: year };
  const counts = Object.fromEntries(
    countCodes.map((code) => [
      code,
      totalOf(
        place,
        code,
        ofNil.map(({ carry }) => carry),
        unattributed?.carry.counts[code] ?? null,
      ),
    ]),
  ) as unknown as Counts;
  const lines = unattributed === undefined ? [] : [unattributed.line];
  const records = observationsOf(place, counts).map(
    (record): FinishedRecord => ({ type: "observation", record, lines }),
  );
  const duplicates = again.map(({ line }) => ({
    line,
    ...problem(
      "ERROR",
      "DUPLICATE",
      "NIL",
      null,
      `An earlier line is "N.D." of ${year} already. Remove one of them.`,
    ),
  }));
  return { records, problems: [...duplicates, ...repeatedColumns(year, ofNil)] };
}

function totalOf(
  place: Place,
  code: CountCode,
  rows: readonly RowCounts[],
  unattributed: number | null,
): Count {
  const present = rows.filter(({ counts }) => counts[code] !== null);
  const there = new Set(present.map(({ nil }) => nil));
  const missing = milano.nilNumbers.filter((nil) => !there.has(nil));
  const values = [
    ...present.map(({ counts }) => counts[code]!),
    ...(unattributed === null ? [] : [unattributed]),
  ];
  const coverage = { expected: milano.nilNumbers.length + 1, present: values.length };
  const lacks = missing.map(milano.nilCode);
  if (present.length === 0) {
    const note = { it: "La fonte non dà valori.", en: "The source gives no values." };
    return { observation: countObservation(place, code, { value: null, note, coverage }), lacks };
  }
  const value = values.reduce((sum, n) => sum + n, 0);
  if (!Number.isSafeInteger(value)) throw tooLarge(code, value);
  if (missing.length === 0)
    return { observation: countObservation(place, code, { value, note: null, coverage }), lacks };
  const note = {
    it: `Somma senza ${missing.length} NIL che la fonte non riporta: ${missing.join(", ")}.`,
    en: `Sum without ${missing.length} NIL that the source does not give: ${missing.join(", ")}.`,
  };
  return {
    observation: countObservation(place, code, { value, note, coverage, status: "PROVISIONAL" }),
    lacks,
  };
}

/** Seen in the published file of 2017: one column holds a copy of another, which no single row shows. */
function repeatedColumns(year: string, rows: readonly Carried<RowCounts>[]): LineProblem[] {
  if (rows.length < milano.nilNumbers.length / 2) return [];
  const pairs = countCodes.flatMap((a, i) => countCodes.slice(i + 1).map((b) => [a, b] as const));
  return pairs
    .filter(([a, b]) => rows.every(({ carry }) => carry.counts[a] === carry.counts[b]))
    .map(([a, b]) => {
      const [first, second] = [countColumns[a], countColumns[b]];
      const message = `In ${year} this column is the same as "${first}" in every NIL: one of them is probably a copy. Ask the publisher.`;
      const about = { type: "IndicatorDefinition", code: b };
      return { line: null, about, ...problem("WARNING", "COLUMNS_REPEATED", second, year, message) };
    });
}

const tooLarge = (code: CountCode, value: number): HubError =>
  new HubError("INVALID_RECORD", {
    message: `The total of ${code} is ${value}, which is too large to be exact.`,
    messageIt: `Il totale di ${code} è ${value}, troppo grande per essere esatto.`,
    hint: "Look for a cell with too many digits.",
  });
