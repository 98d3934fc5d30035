import type { Checking } from "../kit/check";
import type { OpeningRules } from "./opening-answer";

export function checkOneZone({ check }: Checking, rules: OpeningRules | null): void {
  const zones = new Set(rules?.schedules.map((schedule) => schedule.timezone));
  check(zones.size <= 1, "openingRules", [...zones], "all hours of a place are in its one time zone");
}
