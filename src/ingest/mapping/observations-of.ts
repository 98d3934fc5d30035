import { createObservation, type Observation, observationCode } from "../../domain/indicators/observation";
import { type LocalizedText, textIn } from "../../domain/kit/localized-text";
import { type Cell, noData } from "../kit/cells";
import { finding, problem, type RowProblem } from "../kit/problem";
import { withoutCell } from "../kit/suppressed-problem";
import { isClosed } from "./closed-areas";
import type { ObservationMapping } from "./observation.schema";
import { readPeriod } from "./read-date";
import { readNumber } from "./read-number";
import {
  columnOf,
  localizedOf,
  noDataIn,
  type RowReader,
  readText,
  requiredText,
  sound,
  textOf,
  unreadable,
} from "./read-value";
import { foldWord } from "./value.schema";

type ValueMapping = ObservationMapping["values"][number];

/** The numbers of a row: of its area, or of people without an area, who count in the total only. */
export interface RowNumbers {
  readonly isRest: boolean;
  readonly observations: readonly Observation[];
}

/** None, with a problem, if area or period is not known. */
export function observationsOf(
  mapping: ObservationMapping,
  sourceCode: string,
  reader: RowReader,
  isKnownArea: (code: string) => boolean,
): RowNumbers {
  const none = { isRest: false, observations: [] };
  const period = readPeriod(mapping.period, reader);
  if (period.kind === "blank")
    unreadable(reader, finding("NOT_A_DATE", "noPeriod"), columnOf(mapping.period, reader.cells), "");
  if (period.kind === "value" && isRestOfTotal(mapping, reader)) {
    const { area: areaCode, level: areaLevel } = mapping.total!;
    return restNumbers(mapping, { areaCode, areaLevel, period: period.value }, sourceCode, reader);
  }
  const areaCode = requiredText(mapping.area, reader, finding("UNKNOWN_AREA", "notNamed"));
  if (areaCode === null || period.kind !== "value") return none;
  if (!isClosed(mapping.area) && !isKnownArea(areaCode)) {
    const found = finding("UNKNOWN_AREA", "noSuchArea", { code: areaCode });
    unreadable(reader, found, columnOf(mapping.area, reader.cells), areaCode);
    return none;
  }
  const place = { areaCode, areaLevel: mapping.level, period: period.value };
  return { isRest: false, observations: valuesOf(mapping, place, sourceCode, reader) };
}

/** A row without an area, with a word for people without one. */
function isRestOfTotal({ area, total }: ObservationMapping, reader: RowReader): boolean {
  const rest = total?.rest;
  if (rest === undefined || readText(area, { ...reader, problems: [] }).kind !== "blank") return false;
  const word = foldWord(reader.cells[columnOf(rest, reader.cells)!] ?? "");
  return rest.is.some((each) => foldWord(each) === word);
}

/** Such a row may lack numbers without a fault: only unreadable cells are problems. */
function restNumbers(
  mapping: ObservationMapping,
  place: Place,
  sourceCode: string,
  reader: RowReader,
): RowNumbers {
  const own: RowReader = { ...reader, problems: [] };
  const observations = valuesOf(mapping, place, sourceCode, own);
  const [first] = observations;
  const about = first && { type: "Observation", code: observationCode(first) };
  const column = columnOf(mapping.total!.rest!, reader.cells)!;
  const { partName } = mapping.total!;
  const areas = { it: textIn(partName, "it").value, en: textIn(partName, "en").value };
  const found = finding("NOT_AN_AREA", "restOfTotal", { areas });
  const notice = problem("NOTICE", found, column, reader.cells[column]?.trim());
  reader.problems.push({ ...notice, ...(about && { about }) });
  reader.problems.push(...own.problems.filter(({ severity }) => severity === "ERROR"));
  return { isRest: true, observations };
}

type Place = Pick<Observation, "areaCode" | "areaLevel" | "period">;

const valuesOf = (
  mapping: ObservationMapping,
  place: Place,
  sourceCode: string,
  reader: RowReader,
): Observation[] =>
  mapping.values.flatMap((value) => {
    const own: RowReader = { ...reader, problems: [] };
    const made = sound(own, () => [observationOf(value, place, sourceCode, own) ?? []].flat());
    const isSensitive = isSensitiveValue(value, reader);
    reader.problems.push(...own.problems.map((each) => (isSensitive ? withoutCell(each) : each)));
    return made;
  });

const isSensitiveValue = ({ indicator }: ValueMapping, reader: RowReader): boolean => {
  const code = textOf(indicator, { ...reader, problems: [] });
  return code !== null && reader.sensitive?.has(code) === true;
};

function observationOf(
  mapping: ValueMapping,
  place: Place,
  sourceCode: string,
  reader: RowReader,
): Observation | null {
  const { indicator } = mapping;
  const indicatorCode =
    indicator.ifBlank === undefined
      ? requiredText(indicator, reader, finding("NOT_A_CODE", "noIndicator"))
      : textOf(indicator, reader);
  if (indicatorCode === null) return null;
  const found: RowProblem[] = [];
  const own: RowReader = { ...reader, problems: found };
  const column = columnOf(mapping.value, reader.cells);
  const stated = textOf(mapping.status, own) as Observation["status"] | null;
  const isNone = stated === "CONFIDENTIAL" || stated === "MISSING";
  const blank = isNone && column !== null ? noDataIn(mapping.value, own, column) : null;
  // A number that the source calls confidential or missing is not even read: no text of the hub may quote it.
  const value = isNone ? (blank ?? { kind: "blank" }) : readNumber(mapping.value, own);
  const parts = [mapping.numerator, mapping.denominator].map((spec) => (isNone ? null : part(spec, own)));
  const [numerator, denominator] = parts;
  const meant = value.kind === "blank" && !isNone ? mapping.whenBlank : undefined;
  if (value.kind === "blank" && !isNone && !meant) found.push(noData(column ?? "", value).problem);
  const beside = isNone ? new Map<string, string>() : besideOf(mapping, own);
  const known = value.kind === "value";
  const note =
    meant?.note ??
    noteOf(mapping.note, known, beside, own) ??
    (isNone && blank === null
      ? statedNone[stated]
      : value.kind === "unreadable" && reader.sensitive?.has(indicatorCode)
        ? unreadableNote
        : missingNote(value, mapping.value.type === "count"));
  const code = observationCode({ indicatorCode, ...place });
  reader.problems.push(...found.map((each) => ({ ...each, about: { type: "Observation", code } })));
  const whole = known && numerator !== null && denominator !== null;
  return createObservation({
    indicatorCode,
    ...place,
    value: known ? value.value : null,
    numerator: whole ? numerator! : null,
    denominator: whole ? denominator! : null,
    status: known
      ? (stated ?? "NORMAL")
      : (meant?.status ?? (stated === "CONFIDENTIAL" ? stated : "MISSING")),
    note,
    sourceCodes: [sourceCode],
  });
}

function part(spec: ValueMapping["numerator"], reader: RowReader): number | null {
  const read = spec === undefined ? null : readNumber(spec, reader);
  return read?.kind === "value" ? read.value : null;
}

/** The numbers that a note mentions, as written; "-" for a missing one. */
function besideOf({ beside }: ValueMapping, reader: RowReader): ReadonlyMap<string, string> {
  return new Map(
    beside.map((spec) => {
      const read = readNumber(spec, reader);
      const column = columnOf(spec, reader.cells)!;
      if (read.kind === "blank") reader.problems.push(noData(column, read).problem);
      const number = read.kind === "value" ? Number(read.value.toFixed(spec.decimals ?? 10)) : null;
      return [column, number === null ? "-" : String(number)];
    }),
  );
}

function noteOf(
  spec: ValueMapping["note"],
  isKnown: boolean,
  beside: ReadonlyMap<string, string>,
  reader: RowReader,
): LocalizedText | null {
  if (spec === undefined) return null;
  if (!("it" in spec)) {
    const text = textOf(spec, reader);
    return text === null ? null : { it: text, en: null };
  }
  // A note about all numbers concerns the present ones: the others have a reason of their own.
  if (!isKnown) return null;
  const cells = { ...reader.cells, ...Object.fromEntries(beside) };
  return localizedOf(spec, { ...reader, cells });
}

/** Of a cell with a number that the source itself does not give as a value. */
const statedNone: Readonly<Record<"CONFIDENTIAL" | "MISSING", LocalizedText>> = {
  CONFIDENTIAL: {
    it: "La fonte indica il valore come riservato.",
    en: "The source marks the value as confidential.",
  },
  MISSING: {
    it: "La fonte indica il valore come mancante.",
    en: "The source marks the value as missing.",
  },
};

/** Of a cell of a sensitive indicator: its text may be a small number with a mark. */
export const unreadableNote: LocalizedText = {
  it: "La cella della fonte non è un numero leggibile.",
  en: "The cell of the source is no number that can be read.",
};

function missingNote(value: Cell<number>, isCount: boolean): LocalizedText | null {
  switch (value.kind) {
    case "value":
      return null;
    case "blank":
      return noData("", value).note;
    case "unreadable": {
      const text = JSON.stringify(value.text.slice(0, 60));
      return {
        it: `La fonte scrive ${text}, che non è un numero${isCount ? " intero" : ""}.`,
        en: `The source says ${text}, which is no ${isCount ? "whole " : ""}number.`,
      };
    }
  }
}
