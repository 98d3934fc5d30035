import { lastDay } from "../../domain/kit/dates";
import { groupBy } from "../../domain/kit/group-by";
import type { LocalizedText } from "../../domain/kit/localized-text";
import { areaHintCode, createAreaHint } from "../../domain/places/area-hint";
import { finding } from "../kit/problem";
import type { Carried, FinishedRecord } from "../kit/source";
import { readPeriod } from "./read-date";
import { columnOf, listOf, localizedOf, type RowReader, requiredText, unreadable } from "./read-value";
import type { HintMapping } from "./record.schema";

/** What one row says of two areas. */
export interface HintWord {
  readonly areaCode: string;
  readonly otherCode: string;
  readonly note: LocalizedText;
  readonly period: string | null;
}

/** The hints of a row; an unknown area is a problem, and the others stand. */
export function hintsOfRow(
  mapping: HintMapping,
  reader: RowReader,
  isKnownArea: (code: string) => boolean,
): HintWord[] {
  const areaCode = requiredText(mapping.area, reader, finding("UNKNOWN_AREA", "notNamed"));
  const { texts, column } = listOf(mapping.to, reader);
  const note = localizedOf(mapping.note, reader);
  const read = mapping.period === undefined ? null : readPeriod(mapping.period, reader);
  const period = read?.kind === "value" ? read.value : null;
  if (areaCode === null || note === null) return [];
  const isKnown = (code: string, of: string | null): boolean => {
    if (isKnownArea(code)) return true;
    unreadable(reader, finding("UNKNOWN_AREA", "noSuchArea", { code }), of, code);
    return false;
  };
  if (!isKnown(areaCode, columnOf(mapping.area, reader.cells))) return [];
  return texts
    .filter((code) => isKnown(code, column))
    .map((otherCode) => ({ areaCode, otherCode, note, period }));
}

/** One hint for each pair of areas, with the first and the last period of its rows, and the words of the last. */
export function hintsGiven(
  sourceCode: string,
  rows: readonly Carried<{ readonly hints: readonly HintWord[] }>[],
): FinishedRecord[] {
  const all = rows.flatMap(({ line, carry }) => carry.hints.map((hint) => ({ line, hint })));
  const pairs = groupBy(all, ({ hint }) => areaHintCode(sourceCode, hint.areaCode, hint.otherCode));
  return [...pairs].map(([code, own]) => {
    const sorted = own.toSorted((a, b) => byPeriod(a.hint.period, b.hint.period));
    const { areaCode, otherCode, note, period: lastPeriod } = sorted.at(-1)!.hint;
    const firstPeriod = sorted[0]!.hint.period;
    const record = createAreaHint({
      ...{ code, areaCode, otherCode, note, firstPeriod, lastPeriod },
      sourceCodes: [sourceCode],
    });
    return { type: "areaHint", record, lines: own.map(({ line }) => line) };
  });
}

const byPeriod = (a: string | null, b: string | null): number =>
  (a === null ? "" : lastDay(a)).localeCompare(b === null ? "" : lastDay(b));
