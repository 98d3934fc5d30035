import { closedAreas, maxClosedAreas } from "./closed-areas";
import type { Mapping } from "./mapping.schema";
import type { MappingFault } from "./mapping-fault";
import type { ObservationMapping } from "./observation.schema";

type Path = MappingFault["path"];

/** Checks that computed indicators have their parts, and that counted areas have known codes. */
export function checkNumbers(mapping: Mapping): MappingFault[] {
  const { derived, indicators, records } = mapping;
  const defined = new Map(indicators.map((each) => [each.code, each]));
  const isNamed = (codes: readonly string[], path: Path): MappingFault[] =>
    codes.flatMap((code) =>
      defined.has(code)
        ? []
        : [
            {
              path,
              message: `names the indicator ${code}, which does not exist`,
              hint: "Define it under indicators.",
            },
          ],
    );
  const sums = Object.entries(derived?.sums ?? {}).flatMap(([code, { plus, minus }]) =>
    isNamed([code, ...plus, ...minus], ["derived", "sums", code]),
  );
  const ratios = (derived?.ratios ?? []).flatMap((code, i) => {
    const path: Path = ["derived", "ratios", i];
    const definition = defined.get(code);
    if (definition === undefined) return isNamed([code], path);
    if (
      definition.numeratorCode === null ||
      definition.denominatorCode === null ||
      definition.factor === null
    )
      return [
        {
          path,
          message: `is ${code}, which is no ratio`,
          hint: "Give it numeratorCode, denominatorCode and factor.",
        },
      ];
    return isNamed([definition.numeratorCode, definition.denominatorCode], path);
  });
  const ofRecords = records.flatMap((record, i) => {
    const path: Path = ["records", i];
    if (record.type === "area" && record.union !== undefined)
      return needsClosed(record.code, [...path, "union"]);
    return record.type === "observation" ? checkObservation(record, path, isNamed) : [];
  });
  return [...sums, ...ratios, ...ofRecords];
}

function checkObservation(
  { area, checks, total }: ObservationMapping,
  path: Path,
  isNamed: (codes: readonly string[], path: Path) => MappingFault[],
): MappingFault[] {
  const counts = total !== undefined || checks?.columnsDiffer !== undefined || checks?.surface !== undefined;
  return [
    ...(counts ? needsClosed(area, [...path, total === undefined ? "checks" : "total"]) : []),
    ...(checks?.totals ?? []).flatMap((check, i) =>
      isNamed([check.total, ...check.parts], [...path, "checks", "totals", i]),
    ),
    ...(checks?.nested ?? []).flatMap((chain, i) => isNamed(chain, [...path, "checks", "nested", i])),
  ];
}

function needsClosed(area: Parameters<typeof closedAreas>[0], path: Path): MappingFault[] {
  const areas = closedAreas(area);
  if (areas !== null && areas.size > 0 && areas.size < maxClosedAreas) return [];
  return [
    {
      path,
      message: "needs all areas to be known",
      hint: `Give the code of the area type: integer, minimum and maximum, fewer than ${maxClosedAreas} in all.`,
    },
  ];
}
