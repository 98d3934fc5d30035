import type { Capacity } from "../../domain/kit/capacity";
import { isPartialDate } from "../../domain/kit/dates";
import { finding } from "../kit/problem";
import type { HsdsIndex } from "./index-of";
import { localized } from "./options";
import { type HsdsRow, numberOf, textOf } from "./tables";

/**
 * Places and beds of a service (HSDS 3.1). They are stored at its only location; of several it is not known which one is
 * counted.
 */
export function capacitiesOf(serviceId: string, index: HsdsIndex): Capacity[] {
  const rows = index.of("service_capacity", "service_id", serviceId);
  const isOnly = index.of("service_at_location", "service_id", serviceId).length === 1;
  const units = new Set<string>();
  return rows.flatMap((row): Capacity[] => {
    const unit = textOf(index.find("unit", textOf(row, "unit_id") ?? "") ?? row, "name");
    const [available, maximum] = ["available", "maximum"].map((name) => countOf(row, name));
    const hasCount = available !== null || maximum !== null;
    const fits = available == null || maximum == null || available <= maximum;
    if (!isOnly || unit === null || !hasCount || !fits || units.has(unit)) {
      const found = finding("NOT_HELD", isOnly ? "capacityUnclear" : "capacityOfSeveral");
      index.report(row, "WARNING", found, "service_capacity", textOf(row, "id"));
      return [];
    }
    units.add(unit);
    const day = textOf(row, "updated")?.slice(0, 10) ?? null;
    return [
      {
        unit: localized(unit, index.options)!,
        available: available ?? null,
        maximum: maximum ?? null,
        updatedAt: day !== null && isPartialDate(day) ? day : null,
        sourceCode: index.options.sourceCode,
      },
    ];
  });
}

function countOf(row: HsdsRow, name: string): number | null {
  const count = numberOf(row, name);
  return count !== null && Number.isSafeInteger(count) && count >= 0 ? count : null;
}
