import { areFew, isTotalsWord } from "../kit/totals-word";
import type { ValueSpec } from "./cell.schema";
import { type ColumnSigns, isYearSpan, markShown, type Sign } from "./column-signs";
import { isWanted } from "./is-wanted";
import { mappedColumns } from "./mapped-columns";
import type { MappedRow } from "./mapped-row";
import type { Mapping } from "./mapping.schema";
import { numberText } from "./read-number";
import { columnOf, noDataIn } from "./read-value";

/** Reads the cells of the number and date columns of a file, before any of them gets its meaning. */
export function columnSurvey(mapping: Mapping) {
  const { numbers, dates } = columnsOf(mapping);
  const signs = new Map<string, Sign>();
  const spans = new Map<string, Set<string>>();
  const [certain, months] = [new Set<string>(), new Set<string>()];
  const named = new Set(mappedColumns(mapping).flatMap(({ names }) => names));
  const sums = new Map<string, number>();
  let rows = 0;
  const sumsIn = (cells: MappedRow["cells"]): string[] =>
    Object.keys(cells).filter((column) => !named.has(column) && isTotalsWord(cells[column]!));
  return {
    see(mapped: MappedRow): void {
      const { line, cells } = mapped;
      // Rows that the mapping leaves out say nothing about the others.
      if (mapping.records.some((record) => record.type === "observation" && isWanted(record, mapped))) {
        rows++;
        for (const column of sumsIn(cells)) sums.set(column, (sums.get(column) ?? 0) + 1);
      }
      const row = { cells, file: mapping.file, problems: [] };
      for (const spec of numbers) {
        const column = columnOf(spec, cells)!;
        const text = numberText(spec, row, column);
        const mark = noDataIn(spec, row, column) === null ? markShown(text) : null;
        if (mark === null || mark === "EITHER" || signs.has(mark + column)) continue;
        signs.set(mark + column, { line, text });
      }
      for (const spec of dates) {
        const column = columnOf(spec, cells)!;
        const text = cells[column]?.trim() ?? "";
        if (!/^\d{4}[-/]\d{2}$/.test(text)) continue;
        if (!isYearSpan(text)) months.add(column);
        else if (Number(text.slice(5)) > 12) certain.add(column);
        else spans.set(column, (spans.get(column) ?? new Set()).add(text));
      }
    },
    signs: {
      signOf: (column, mark) => signs.get(mark + column) ?? null,
      // A series of months has other months too.
      hasYearSpans: (column) =>
        certain.has(column) || (!months.has(column) && (spans.get(column)?.size ?? 0) > 1),
      sumColumnOf: (cells) => sumsIn(cells).find((column) => areFew(sums.get(column) ?? 0, rows)) ?? null,
    } satisfies ColumnSigns,
  };
}

/** The columns of numbers and of periods, each once. */
function columnsOf({ records }: Mapping) {
  const ofRecords = records.flatMap((record) => (record.type === "observation" ? record : []));
  const numbers = ofRecords.flatMap(({ values, checks }) => [
    ...values.flatMap(({ value, numerator, denominator, beside }) => [
      ...[value, numerator ?? [], denominator ?? []].flat(),
      ...beside,
    ]),
    ...[checks?.surface ?? []].flat(),
  ]);
  const unique = (specs: readonly ValueSpec[]): ValueSpec[] => [
    ...new Map(
      specs.flatMap((spec) => (spec.column === undefined ? [] : [[JSON.stringify(spec), spec]])),
    ).values(),
  ];
  return { numbers: unique(numbers), dates: unique(ofRecords.map(({ period }) => period)) };
}
