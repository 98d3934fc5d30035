import { createObservation, type Observation, observationCode } from "../../domain/indicators/observation";
import type { LocalizedText } from "../../domain/kit/localized-text";
import { type Cell, noData } from "../kit/cells";
import type { RowProblem } from "../kit/problem";
import { columnOf, type RowReader, readDate, readNumber, readText, textOf, unreadable } from "./read-value";
import type { ObservationMapping } from "./record.schema";
import { sound } from "./sound-records";

type ValueMapping = ObservationMapping["values"][number];

/** The numbers of a row; none, with a problem, where its area or period is not known. */
export function observationsOf(
  mapping: ObservationMapping,
  sourceCode: string,
  reader: RowReader,
  isKnownArea: (code: string) => boolean,
): readonly Observation[] {
  const area = readText(mapping.area, reader);
  const period = readDate(mapping.period, reader);
  if (area.kind === "blank")
    unreadable(reader, "UNKNOWN_AREA", columnOf(mapping.area, reader.cells), "", "The row names no area.");
  if (period.kind === "blank")
    unreadable(reader, "NOT_A_DATE", columnOf(mapping.period, reader.cells), "", "The row names no period.");
  if (area.kind !== "value" || period.kind !== "value") return [];
  if (!isKnownArea(area.value)) {
    const message = `There is no area ${area.value}. Correct the row, or the template of the mapping file.`;
    unreadable(reader, "UNKNOWN_AREA", columnOf(mapping.area, reader.cells), area.value, message);
    return [];
  }
  const place = { areaCode: area.value, areaLevel: mapping.level, period: period.value };
  return mapping.values.flatMap((value) =>
    sound(reader, () => [observationOf(value, place, sourceCode, reader) ?? []].flat()),
  );
}

type Place = Pick<Observation, "areaCode" | "areaLevel" | "period">;

function observationOf(
  mapping: ValueMapping,
  place: Place,
  sourceCode: string,
  reader: RowReader,
): Observation | null {
  const indicator = readText(mapping.indicator, reader);
  if (indicator.kind === "blank")
    unreadable(
      reader,
      "NOT_A_CODE",
      columnOf(mapping.indicator, reader.cells),
      "",
      "The row names no indicator.",
    );
  if (indicator.kind !== "value") return null;
  const found: RowProblem[] = [];
  const own: RowReader = { ...reader, problems: found };
  const value = readNumber(mapping.value, own);
  const [numerator, denominator] = [mapping.numerator, mapping.denominator].map((spec) => part(spec, own));
  const stated = textOf(mapping.status, own) as Observation["status"] | null;
  const column = columnOf(mapping.value, reader.cells);
  if (value.kind === "blank" && stated !== "CONFIDENTIAL" && stated !== "MISSING")
    found.push(noData(column ?? "", value).problem);
  const code = observationCode({ indicatorCode: indicator.value, ...place });
  reader.problems.push(...found.map((each) => ({ ...each, about: { type: "Observation", code } })));
  const said = textOf(mapping.note, own);
  const known = value.kind === "value";
  const whole = known && numerator !== null && denominator !== null;
  return createObservation({
    indicatorCode: indicator.value,
    ...place,
    value: known ? value.value : null,
    numerator: whole ? numerator! : null,
    denominator: whole ? denominator! : null,
    status: known ? (stated ?? "NORMAL") : stated === "CONFIDENTIAL" ? stated : "MISSING",
    note: said === null ? missingNote(value) : { it: said, en: null },
    coverage: null,
    sourceCodes: [sourceCode],
  });
}

function part(spec: ValueMapping["numerator"], reader: RowReader): number | null {
  const read = spec === undefined ? null : readNumber(spec, reader);
  return read?.kind === "value" ? read.value : null;
}

function missingNote(value: Cell<number>): LocalizedText | null {
  switch (value.kind) {
    case "value":
      return null;
    case "blank":
      return noData("", value).note;
    case "unreadable": {
      const text = JSON.stringify(value.text.slice(0, 60));
      return {
        it: `La fonte scrive ${text}, che non è un numero.`,
        en: `The source says ${text}, which is no number.`,
      };
    }
  }
}
