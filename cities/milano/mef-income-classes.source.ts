import {
  createObservation,
  type Observation,
  ratioObservation,
} from "../../src/domain/indicators/observation";
import { groupBy } from "../../src/domain/kit/group-by";
import { createSourceRef } from "../../src/domain/kit/source-ref";
import { sum } from "../../src/domain/kit/sum";
import { type CsvRow, csv } from "../../src/ingest/formats/csv";
import { noData, readCount } from "../../src/ingest/kit/cells";
import { finding, type LineProblem, problem, type RowProblem } from "../../src/ingest/kit/problem";
import type { Carried, Finished, FinishedRecord, Mapped, Source } from "../../src/ingest/kit/source";
import { withoutCell } from "../../src/ingest/kit/suppressed-problem";
import type { HubRecord } from "../../src/storage/records/hub-record";
import { milano } from "./codes";
import {
  type ClassSum,
  classesIn,
  classShareDefinitions,
  classSumDefinitions,
  incomeClasses,
} from "./mef-income-classes.indicators";

interface ClassCount {
  readonly year: string;
  readonly incomeClass: string;
  readonly value: number | null;
}

/** Taxpayers by income class in the whole city: stored as sums from the lowest class, and their shares. */
export const mefIncomeClasses: Source<CsvRow, ClassCount> = {
  ref: createSourceRef({
    code: "mef-income-classes",
    title: "Contribuenti per classe di reddito del comune di Milano, 2012-2023",
    publisher: "MEF - Dipartimento delle Finanze",
    licence: "CC BY",
    rights: {
      it: "MEF - Dipartimento delle Finanze, Contribuenti per classe di reddito del comune di Milano, 2012-2023, CC BY",
      en: "MEF - Dipartimento delle Finanze, taxpayers by income class of the municipality of Milan, 2012-2023, CC BY",
    },
    updateFrequency: "ANNUAL",
    synthetic: false,
  }),
  files: ["fragility/mef_classi_reddito_milano.csv", "mef_classi_reddito_milano.csv"],
  format: csv({ separator: ";", columns: ["anno", "classe", "valore"] }),
  mode: "PARTIAL",
  // Others converted the tables of the ministry, which have another form, to CSV.
  origin: { kind: "inbox" },
  organizationCode: null,
  definitions: [...classSumDefinitions, ...classShareDefinitions].map(
    (record): HubRecord => ({ type: "indicator", record }),
  ),
  relations: {
    sums: [],
    nested: [["taxpayers_up_to_10000", "taxpayers_up_to_15000", "taxpayers_in_classes"]],
  },
  map: mapClass,
  finish: sums,
};

function mapClass({ cells }: CsvRow): Mapped<ClassCount> {
  const [incomeClass, year] = [cells.classe!.trim(), cells.anno!.trim()];
  if (!incomeClasses.some((name) => name === incomeClass))
    return rejected(problem("ERROR", finding("NOT_A_CODE", "unknownClass"), "classe", incomeClass));
  if (!/^\d{4}$/.test(year)) return rejected(problem("ERROR", finding("NOT_A_DATE", "year"), "anno", year));
  const count = readCount(cells.valore!);
  if (count.kind === "value")
    return { records: [], problems: [], carry: { year, incomeClass, value: count.value } };
  const about = { type: "Observation", code: `taxpayers_in_classes@${milano.cityCode}@${year}` };
  const found =
    count.kind === "blank"
      ? noData("valore", count).problem
      : withoutCell(problem("ERROR", finding("NOT_A_COUNT", "plainCount"), "valore", null));
  return { records: [], problems: [{ ...found, about }], carry: { year, incomeClass, value: null } };
}

/** A sum without one of its classes is missing: a part of the people would look like all of them. */
function sums(rows: readonly Carried<ClassCount>[]): Finished {
  const records: FinishedRecord[] = [];
  const problems: LineProblem[] = [];
  const ofYears = groupBy(rows, ({ carry }) => carry.year);
  for (const year of [...ofYears.keys()].sort()) {
    const byClass = new Map<string, Carried<ClassCount>>();
    for (const row of ofYears.get(year)!) {
      const first = byClass.get(row.carry.incomeClass);
      if (first === undefined) byClass.set(row.carry.incomeClass, row);
      else problems.push({ line: row.line, ...repeated(first.line) });
    }
    const counts = new Map<string, Observation>();
    for (const code of Object.keys(classesIn) as ClassSum[]) {
      const parts = incomeClasses.slice(0, classesIn[code]).map((name) => byClass.get(name));
      const record = sumOf(code, year, parts);
      counts.set(code, record);
      records.push({
        type: "observation",
        record,
        lines: parts.flatMap((part) => (part === undefined ? [] : [part.line])),
      });
    }
    for (const definition of classShareDefinitions) {
      const [numerator, denominator] = [definition.numeratorCode!, definition.denominatorCode!];
      const record = ratioObservation(definition, counts.get(numerator)!, counts.get(denominator)!);
      records.push({ type: "observation", record, lines: [] });
    }
  }
  return { records, problems };
}

function sumOf(
  indicatorCode: ClassSum,
  period: string,
  parts: readonly (Carried<ClassCount> | undefined)[],
): Observation {
  const values = parts.map((part) => part?.carry.value ?? null);
  const there = values.filter((value) => value !== null);
  const missing = incomeClasses.filter((_, i) => i < parts.length && values[i] === null).join(", ");
  const lacks = { it: `Mancano le classi: ${missing}.`, en: `Classes that are missing: ${missing}.` };
  return createObservation({
    indicatorCode,
    areaCode: milano.cityCode,
    areaLevel: "CITY",
    period,
    ...(missing === "" ? { value: sum(there), status: "NORMAL" } : { status: "MISSING", note: lacks }),
    coverage: { expected: parts.length, present: there.length },
    sourceCodes: ["mef-income-classes"],
  });
}

const repeated = (line: number): RowProblem =>
  problem("ERROR", finding("DUPLICATE", "earlierRow", { line }), "classe", null);

const rejected = (reason: RowProblem): Mapped<ClassCount> => ({
  records: [],
  problems: [reason],
  carry: null,
});
