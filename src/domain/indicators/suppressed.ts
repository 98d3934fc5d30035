import type { LocalizedText } from "../kit/localized-text";
import type { Observation } from "./observation";

/** The same for a small number and for one that protects it, so that the note does not say which it is. */
export const suppressedNote: LocalizedText = {
  it: "Omesso da questo hub: un numero inferiore a 5 di un indicatore sensibile, oppure un numero che permetterebbe di ricavarlo. La fonte pubblica il proprio file.",
  en: "Suppressed by this hub: a number under 5 of a sensitive indicator, or one that would let it be worked out. The source publishes its own file.",
};

/** Whether the hub itself suppressed the value, and not its source. */
export const isSuppressed = ({ status, note }: Pick<Observation, "note" | "status">): boolean =>
  status === "CONFIDENTIAL" && note?.en === suppressedNote.en;

export const suppressed = (observation: Observation): Observation => ({
  ...observation,
  value: null,
  numerator: null,
  denominator: null,
  status: "CONFIDENTIAL",
  note: suppressedNote,
});

/** The same for a record of any type, or none. */
export const isSuppressedRecord = (record: unknown): boolean =>
  record !== null && typeof record === "object" && isSuppressed(record as Observation);
