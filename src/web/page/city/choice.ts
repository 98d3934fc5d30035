import settings from "../../../../data/page/settings.json";
import type { Values } from "../address/address";
import type { AreaLevel } from "../api/operations/city";
import { finestLevel } from "../kit/map-levels";

/** What the map shows. */
export interface CityChoice {
  readonly indicator: string;
  readonly level: AreaLevel;
  /** Null for the newest. */
  readonly period: string | null;
}

/** The choice in the address, with the configured one where the address has none. The hub itself rejects an unknown level. */
export const readChoice = (values: Values): CityChoice => ({
  indicator: values.indicator ?? settings.city.indicator,
  level: (values.level as AreaLevel | undefined) ?? finestLevel,
  period: values.period ?? null,
});
