import type { Checking } from "./check";

/** Text that people read. Italian is always there (it is the official text); `en` is `null` until somebody translates it. */
export interface LocalizedText {
  readonly it: string;
  readonly en: string | null;
}

export function checkLocalizedText({ check }: Checking, field: string, text: LocalizedText): void {
  check(text.it.trim() !== "", `${field}.it`, text.it, "the Italian text must not be empty");
  check(
    text.en === null || text.en.trim() !== "",
    `${field}.en`,
    text.en,
    "use null for a missing translation",
  );
}
