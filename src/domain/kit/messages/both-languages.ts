/** A text for people, in each language of the catalogues. */
export interface BothLanguages {
  readonly it: string;
  readonly en: string;
}

/** The values that an entry of a catalogue is filled in with: none for a constant text. */
export type ValuesOf<Entry> = Entry extends (values: infer Values) => string ? [values: Values] : [];

const textOf = (entry: unknown, values: unknown): string =>
  typeof entry === "function" ? entry(values) : String(entry);

/** An entry of both catalogues, filled in with the same values. `Translated` ensures that they fit both. */
export const inBothLanguages = <Entry>(
  en: Entry,
  it: unknown,
  ...[values]: ValuesOf<Entry>
): BothLanguages => ({ it: textOf(it, values), en: textOf(en, values) });
