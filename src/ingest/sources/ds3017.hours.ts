import { type HoursColumns, openingRulesOf } from "../kit/hours";
import { milano } from "./milano";

export const hoursColumns = {
  hours: "Orari di apertura",
  closures: "Periodo di chiusura",
} as const satisfies HoursColumns;

/** The dataset is about the summer of this year, which its texts leave out. */
const context = { year: 2026, timezone: milano.timezone };

/** What the two texts say of when a house is open. */
export const hoursOf = (cells: Readonly<Record<string, string>>) =>
  openingRulesOf(cells, hoursColumns, context);
