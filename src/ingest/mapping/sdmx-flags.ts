import type { ObservationStatus } from "../../domain/indicators/observation";
import { codesOf } from "../formats/sdmx-csv";

type Cells = Readonly<Record<string, string>>;
type Meanings = Readonly<Record<string, ObservationStatus>>;

/** CL_OBS_STATUS 2.2 of SDMX. Other letters (D, G, J, N, S, U, W ...) are caveats: the note gives them. */
const ofStatus: Meanings = {
  B: "BREAK",
  C: "CONFIDENTIAL",
  E: "ESTIMATED",
  F: "FORECAST",
  H: "MISSING",
  I: "ESTIMATED",
  K: "MISSING",
  L: "MISSING",
  M: "MISSING",
  O: "MISSING",
  P: "PROVISIONAL",
  Q: "CONFIDENTIAL",
  V: "PROVISIONAL",
};

/** Eurostat's own letters, often several: S is an estimate of Eurostat, and no strike. */
const ofEurostat: Meanings = { ...ofStatus, S: "ESTIMATED" };

/** A value of CL_CONF_STATUS that allows publication; every other one forbids it, also one that is not known here. */
const free = new Set(["", "F", "_Z"]);

/** The first of them is the status of a value with several. */
const order = ["CONFIDENTIAL", "MISSING", "FORECAST", "BREAK", "PROVISIONAL", "ESTIMATED"] as const;

/** What the flags of a row say of its value. */
export interface Flags {
  readonly status: ObservationStatus;
  /** As written, for the note; empty if nothing is to be said. */
  readonly text: string;
}

export function flagsOf(cells: Cells): Flags {
  const [status, eurostat, confidentiality] = ["OBS_STATUS", "OBS_FLAG", "CONF_STATUS"].map((name) =>
    attribute(cells, name).toUpperCase(),
  ) as [string, string, string];
  const found = [
    ...meaningsIn(status, ofStatus),
    ...meaningsIn(eurostat, ofEurostat),
    ...(free.has(confidentiality) ? [] : (["CONFIDENTIAL"] as const)),
  ];
  const said = [status, eurostat].some((flag) => flag !== "" && flag !== "A") || !free.has(confidentiality);
  const text = [status, eurostat, confidentiality].filter((flag) => flag !== "").join(", ");
  return {
    status: order.find((each) => found.includes(each)) ?? "NORMAL",
    text: said ? text : "",
  };
}

/** A word or a longer code is not a row of letters; marks between letters or after them say nothing. */
const meaningsIn = (flag: string, meanings: Meanings): ObservationStatus[] =>
  /^[A-Z](?:[^A-Z]*[A-Z]){0,3}[^A-Z]*$/.test(flag)
    ? [...flag].flatMap((letter) => meanings[letter] ?? [])
    : [];

/** The code, or the codes, in a column that a dataflow may have, in capitals or not. */
export function attribute(cells: Cells, name: string): string {
  const column = Object.hasOwn(cells, name)
    ? name
    : Object.keys(cells).find((each) => each.trim().toUpperCase() === name);
  return column === undefined ? "" : codesOf(cells[column]!);
}
