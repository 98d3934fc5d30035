import { foundAs, type LineProblem, problem } from "../kit/problem";
import type { Carried, Finished, FinishedRecord } from "../kit/source";
import { areasGiven, unionOf } from "./area-of";
import { centresWithKinds } from "./centre-kind-of";
import { derivedOf } from "./derived-of";
import { hintsGiven } from "./hints-of";
import type { Mapping } from "./mapping.schema";
import { organizationsOfRows } from "./organizations-of-rows";
import { overlapsOf } from "./overlaps-of";
import { partnershipsOfRows } from "./partnerships-of-rows";
import { matches } from "./pattern";
import { filledIn } from "./read-value";
import type { RowCarry } from "./records-of-row";
import { repeatedColumns } from "./repeated-columns";
import { sensitiveColumns } from "./sensitive-columns";
import { withBreaks } from "./series-breaks";
import { areServicesOfRows, servicesGiven } from "./service-of-rows";
import { summedRows } from "./summed-rows";
import { type NumbersOfLine, type Part, totalsOf } from "./totals-of";
import { wrongSurfaces } from "./wrong-surfaces";

type Rows = readonly Carried<RowCarry>[];

/** Whether some records need all rows together; else no row is kept in memory. */
export const needsAllRows = (mapping: Mapping): boolean =>
  mapping.derived !== undefined ||
  mapping.notices.length > 0 ||
  areServicesOfRows(mapping) ||
  mapping.partnerships.length > 0 ||
  mapping.records.some(
    (record) =>
      record.type === "hint" ||
      record.type === "centreKind" ||
      record.type === "overlap" ||
      (record.type === "area" && (record.union !== undefined || mapping.file.format !== "geojson")) ||
      (record.type === "organization" && record.key !== undefined) ||
      (record.type === "observation" &&
        (record.rows !== undefined || record.total !== undefined || record.checks !== undefined)),
  );

/** The records from all rows together. */
export function finishRows(mapping: Mapping, rows: Rows): Finished {
  const numbers = numbersOf(mapping, rows);
  const parts = [...numbers.given, ...numbers.totals];
  const derived = derivedOf(mapping, parts);
  const union = unionsOf(mapping, rows);
  const ofLines = <T>(of: (carry: RowCarry) => readonly T[]) =>
    rows.flatMap(({ line, carry }) => of(carry).map((each) => ({ line, ...each })));
  const overlaps = overlapsOf(
    ofLines((carry) => carry.overlaps),
    mapping.source.code,
  );
  const partnerships = partnershipsOfRows(
    mapping,
    ofLines((carry) => carry.members),
  );
  const repeated = new Set(partnerships.problems.map(({ line }) => line));
  const organizations = organizationsOfRows(
    ofLines((carry) => carry.organizations).filter(({ line }) => !repeated.has(line)),
  );
  return {
    records: [
      ...areasGiven(rows),
      ...hintsGiven(mapping.source.code, rows),
      ...[...numbers.added, ...numbers.totals, ...derived.parts].map(
        ({ observation, lines }): FinishedRecord => ({ type: "observation", record: observation, lines }),
      ),
      ...servicesGiven(
        mapping,
        areServicesOfRows(mapping) ? rows.flatMap(({ carry }) => carry.services) : [],
      ),
      ...centresWithKinds(mapping.source.code, rows),
      ...union.records,
      ...overlaps.records,
      ...organizations.records,
      ...partnerships.records,
    ],
    problems: [
      ...[numbers, derived, union, overlaps, organizations, partnerships].flatMap(({ problems }) => problems),
      ...noticesOf(mapping, rows),
    ],
  };
}

function numbersOf(mapping: Mapping, rows: Rows) {
  const given: Part[] = [];
  /** Of several rows each: only here do they become records. */
  const added: Part[] = [];
  const totals: Part[] = [];
  const problems: LineProblem[] = [];
  for (const [index, record] of mapping.records.entries()) {
    if (record.type !== "observation") continue;
    const own = rows.flatMap(({ line, carry }) =>
      carry.numbers.flatMap((each) => (each.record === index ? [{ line, ...each }] : [])),
    );
    const read = own.map(({ line, of }): NumbersOfLine => ({ line, ...of }));
    const summed = record.rows === "SUM" ? summedRows(read) : null;
    const lines = summed?.rows ?? read;
    added.push(...(summed?.parts ?? []));
    problems.push(...(summed?.problems ?? []));
    const ofAreas = lines.filter(({ isRest }) => !isRest).map(({ observations }) => observations);
    const total = totalsOf(record, mapping, lines);
    given.push(...ofAreas.flat().map((observation): Part => ({ observation, lacks: "", lines: [] })));
    totals.push(
      ...total.parts.map((part) => ({ ...part, observation: withBreaks(mapping.breaks, part.observation) })),
    );
    problems.push(...total.problems, ...repeatedColumns(record, ofAreas));
    problems.push(
      ...wrongSurfaces(own.flatMap(({ line, surface }) => (surface === null ? [] : [{ line, surface }]))),
    );
  }
  return { added, given, totals, problems };
}

function unionsOf(mapping: Mapping, rows: Rows): Finished {
  const area = mapping.records.find((record) => record.type === "area" && record.union !== undefined);
  if (area?.type !== "area") return { records: [], problems: [] };
  const parts = rows.map(({ carry }) => carry.polygons).filter((polygons) => polygons !== null);
  return unionOf(area, mapping.source.code, parts);
}

function noticesOf(mapping: Mapping, rows: Rows): LineProblem[] {
  const unquoted = sensitiveColumns(mapping);
  return mapping.notices.flatMap(({ column, matches: pattern, severity, rule, message }, i) => {
    const found = rows.filter(({ carry }) => matches(pattern, carry.noticed[i]!));
    const [first] = found;
    if (first === undefined) return [];
    const numbers: Readonly<Record<string, number>> = {
      count: found.length,
      rows: rows.length,
      line: first.line,
    };
    const fill = (words: string): string =>
      words.replace(/\{(count|rows|line)\}/g, (_, name: string) => String(numbers[name]));
    const said = foundAs(rule, filledIn(message, fill));
    return [
      {
        line: null,
        ...problem(severity, said, column, unquoted.has(column) ? null : first.carry.noticed[i]),
      },
    ];
  });
}
