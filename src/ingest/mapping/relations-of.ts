import type { IndicatorSum, Relations } from "../../domain/indicators/sensitive";
import type { Mapping } from "./mapping.schema";

/** How the numbers of a file hang together, by its computed sums and its checks. */
export function relationsOf({ derived, records }: Pick<Mapping, "derived" | "records">): Relations {
  const checks = records.flatMap((record) => (record.type === "observation" ? (record.checks ?? []) : []));
  return {
    sums: [
      ...Object.entries(derived?.sums ?? {}).map(([total, parts]): IndicatorSum => ({ total, ...parts })),
      ...checks.flatMap(({ totals }) =>
        totals.map(({ total, parts }): IndicatorSum => ({ total, plus: parts, minus: [] })),
      ),
    ],
    nested: checks.flatMap(({ nested }) => nested),
  };
}
