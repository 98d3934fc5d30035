import type { LocalizedText } from "./localized-text";
import { units as en } from "./messages/en/units";
import { units as it } from "./messages/it/units";

/** Unit of measure. */
export interface Unit {
  readonly code: string;
  readonly name: LocalizedText;
  readonly symbol: string | null;
}

const symbols: Readonly<Record<string, string>> = {
  euro: "€",
  percent: "%",
  "square metres": "m²",
};

/** The unit of a code; the code is the name of a unit without another one. */
export const unitOf = (code: string): Unit => ({
  code,
  name: { it: it[code] ?? code, en: en[code] ?? code },
  symbol: symbols[code] ?? null,
});
