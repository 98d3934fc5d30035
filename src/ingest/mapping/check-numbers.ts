import type { ValueSpec } from "./cell.schema";
import { closedAreas, maxClosedAreas } from "./closed-areas";
import { checkCode, type Known } from "./known-codes";
import { indicatorsOf, type Mapping } from "./mapping.schema";
import { faultUnless, type MappingFault } from "./mapping-fault";
import type { ObservationMapping } from "./observation.schema";
import { columnsOfNotes, sensitiveColumns } from "./sensitive-columns";

type Path = MappingFault["path"];

/** Checks that computed indicators have their parts, and that counted areas have known codes. */
export function checkNumbers(mapping: Mapping, known: Known): MappingFault[] {
  const { breaks, derived, records } = mapping;
  const broken = breaks.flatMap((each, i) => checkCodes(each.indicators, ["breaks", i, "indicators"], known));
  const defined = new Map(indicatorsOf(mapping).map((each) => [each.code, each]));
  const sums = Object.entries(derived?.sums ?? {}).flatMap(([code, { plus, minus }]) =>
    checkCodes([code, ...plus, ...minus], ["derived", "sums", code], known),
  );
  const ratios = (derived?.ratios ?? []).flatMap((code, i) => {
    const path: Path = ["derived", "ratios", i];
    const definition = defined.get(code);
    if (definition === undefined) return checkCode(code, path, known);
    const { numeratorCode, denominatorCode, factor } = definition;
    const isRatio = numeratorCode !== null && denominatorCode !== null && factor !== null;
    const hint = "Give it numeratorCode, denominatorCode and factor.";
    return isRatio
      ? checkCodes([numeratorCode, denominatorCode], path, known)
      : faultUnless(false, path, `is ${code}, which is no ratio`, hint);
  });
  const ofRecords = records.flatMap((record, i) => {
    const path: Path = ["records", i];
    if (record.type === "area" && record.union !== undefined)
      return record.union.parts === undefined ? needsClosed(record.code, [...path, "union"]) : [];
    return record.type === "observation"
      ? [...checkObservation(record, path, known), ...checkNotes(record, path, sensitiveColumns(mapping))]
      : [];
  });
  return [...broken, ...sums, ...ratios, ...ofRecords];
}

const checkCodes = (codes: readonly string[], path: Path, known: Known): MappingFault[] =>
  codes.flatMap((code) => checkCode(code, path, known));

function checkObservation(
  { area, checks, total }: ObservationMapping,
  path: Path,
  known: Known,
): MappingFault[] {
  const counts =
    (total !== undefined && total.parts === undefined) ||
    checks?.columnsDiffer !== undefined ||
    checks?.surface !== undefined;
  return [
    ...(total?.rest?.people === undefined
      ? []
      : checkCodes([total.rest.people], [...path, "total", "rest", "people"], known)),
    ...(counts ? needsClosed(area, [...path, total === undefined ? "checks" : "total"]) : []),
    ...(checks?.totals ?? []).flatMap(({ total, parts }, i) =>
      checkCodes([total, ...parts], [...path, "checks", "totals", i], known),
    ),
    ...(checks?.nested ?? []).flatMap((chain, i) =>
      checkCodes(chain, [...path, "checks", "nested", i], known),
    ),
  ];
}

/** A note would keep the number that the hub suppresses. */
const checkNotes = (
  { values }: ObservationMapping,
  path: Path,
  sensitive: ReadonlySet<string>,
): MappingFault[] =>
  values.flatMap((value, i) => {
    const column = columnsOfNotes(value).find((each) => sensitive.has(each));
    return faultUnless(
      column === undefined,
      [...path, "values", i],
      `quotes the column ${column} of a sensitive indicator in a note`,
      "Take it out of beside and note.",
    );
  });

function needsClosed(area: ValueSpec, path: Path): MappingFault[] {
  const size = closedAreas(area)?.size ?? 0;
  return faultUnless(
    size > 0 && size < maxClosedAreas,
    path,
    "needs all areas to be known",
    `Give the code of the area type: integer, minimum and maximum, fewer than ${maxClosedAreas} in all, or a map; a total or union may give parts instead.`,
  );
}
