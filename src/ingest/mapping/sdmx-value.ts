import type { Observation } from "../../domain/indicators/observation";
import { isExact } from "../../domain/kit/field";
import type { LocalizedText } from "../../domain/kit/localized-text";
import type { CsvRow } from "../formats/csv";
import { readNoData } from "../kit/cells";
import { type Finding, finding, problem, type RowProblem } from "../kit/problem";
import { attribute, flagsOf } from "./sdmx-flags";

export interface SdmxValue {
  readonly known: Pick<Observation, "note" | "status" | "value">;
  readonly problems: readonly RowProblem[];
}

/** The value of a row in single units, with its status. What the source forbids to publish is not even read. */
export function sdmxValue(cells: CsvRow["cells"]): SdmxValue {
  const flags = flagsOf(cells);
  const text = cells.OBS_VALUE!.trim();
  const isNone = readNoData(text) !== null;
  if (flags.status === "CONFIDENTIAL") {
    const note = isNone ? noValue(flags.text) : flagged(flags.text);
    const found = finding("NOT_HELD", "notForPublication");
    const problems = isNone ? [] : [problem("NOTICE", found, "OBS_VALUE", flags.text)];
    return { known: { value: null, status: "CONFIDENTIAL", note }, problems };
  }
  if (isNone) return missing(noValue(flags.text), []);
  if (flags.status === "MISSING") return missing(flagged(flags.text), []);
  const value = scaled(text, attribute(cells, "UNIT_MULT"));
  if (typeof value !== "number") {
    const { column, found } = value;
    const cell = column === "OBS_VALUE" ? text : attribute(cells, column);
    const quoted = JSON.stringify(cell.slice(0, 60));
    const note =
      column === "OBS_VALUE"
        ? noteOf(`scrive ${quoted}, che non è un numero`, `says ${quoted}, which is no number`)
        : noteOf(`indica ${column} ${quoted}`, `gives ${column} as ${quoted}`);
    return missing(note, [problem("ERROR", found, column, cell)]);
  }
  const note = flags.text === "" ? null : flagged(flags.text);
  return { known: { value, status: flags.status, note }, problems: [] };
}

interface Unreadable {
  readonly column: string;
  readonly found: Finding;
}

/** The number times ten to the power of UNIT_MULT: by its digits, because 1380.2 * 1000 is not 1380200. */
function scaled(text: string, multiplier: string): number | Unreadable {
  const [, digits, exponent = "0"] = /^([-+]?\d+(?:\.\d+)?)(?:E([+-]?\d{1,3}))?$/i.exec(text) ?? [];
  if (digits === undefined) return { column: "OBS_VALUE", found: finding("NOT_AN_INDEX", "notANumber") };
  const power = /^(?:|_Z)$/.test(multiplier)
    ? 0
    : /^[-+]?\d{1,2}$/.test(multiplier)
      ? Number(multiplier)
      : 99;
  if (Math.abs(power) > 20) return { column: "UNIT_MULT", found: finding("NOT_A_NUMBER", "unitMultiplier") };
  const value = Number(`${digits}e${Number(exponent) + power}`);
  return isExact(value) ? value : { column: "OBS_VALUE", found: finding("NOT_A_NUMBER", "inexact") };
}

const missing = (note: LocalizedText, problems: readonly RowProblem[]): SdmxValue => ({
  known: { value: null, status: "MISSING", note },
  problems,
});

const flagged = (flag: string): LocalizedText =>
  noteOf(`segna il valore "${flag}"`, `flags the value "${flag}"`);

const noValue = (flag: string): LocalizedText =>
  flag === ""
    ? noteOf("non riporta il valore", "gives no value")
    : noteOf(`non riporta il valore e lo segna "${flag}"`, `gives no value and flags it "${flag}"`);

const noteOf = (it: string, en: string): LocalizedText => ({
  it: `La fonte ${it}.`,
  en: `The source ${en}.`,
});
