import type { Values } from "../address/address";
import type { AreaLevel } from "../api/operations/city";

/** What the map shows. */
export interface CityChoice {
  readonly indicator: string;
  readonly level: AreaLevel;
  /** Null for the newest. */
  readonly period: string | null;
}

/** The choice in the address, with the configured one where the address has none. The hub itself rejects an unknown level. */
export const readChoice = (
  values: Values,
  first: { readonly indicator: string; readonly level: string },
): CityChoice => ({
  indicator: values.indicator ?? first.indicator,
  level: (values.level ?? first.level) as AreaLevel,
  period: values.period ?? null,
});
