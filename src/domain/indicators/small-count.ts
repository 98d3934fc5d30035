import { disclosureThreshold } from "../statistics/disclosure";
import type { IndicatorDefinition } from "./indicator";
import type { Observation } from "./observation";

/**
 * Whether a published value is, or contains, a count of fewer people than the hub itself would report. It is already public,
 * so it is not suppressed, only marked, because a few persons change it.
 */
export function isSmallCount(
  { formula, aggregation }: Pick<IndicatorDefinition, "aggregation" | "formula">,
  { value, numerator, denominator }: Pick<Observation, "denominator" | "numerator" | "value">,
): boolean {
  const isSmall = (count: number | null): boolean =>
    count !== null && Number.isInteger(count) && count > 0 && count < disclosureThreshold;
  // A sum with a formula is a difference or turnover: 3 more births than deaths are not 3 persons.
  const isCount = aggregation === "SUM" && formula === null;
  return (isCount && isSmall(value)) || isSmall(numerator) || isSmall(denominator);
}
