import { checkGroups, type Dimension } from "../../domain/counts/aggregate-rules";
import type { CentreDimension, ServiceGrouping } from "../../domain/counts/countable";
import { measured } from "../../domain/counts/measured";
import { type Countable, countBy, keepGroups } from "../../domain/counts/totals";
import type { AggregateRequest, MeasureReader, ReadMeasure } from "./aggregate-request";
import { checkCells } from "./check-cells";
import { readCountableCentres, readCountableServices } from "./countable";

/** Centres by area and kind on the day: of a city as they are published. */
export const readCentres: MeasureReader = async (request, context) => {
  const dimensions = dimensionsOf(request) as CentreDimension[];
  const countable = await readCountableCentres(dimensions, request.level, request.on, context, request.city);
  return count("centres", dimensions, countable, request);
};

/** Services by area, sort of care, body and target group: as `serviceTotals`. */
export const readServices: MeasureReader = async (request, context) => {
  const dimensions = dimensionsOf(request) as ServiceGrouping[];
  return count(
    "services",
    dimensions,
    await readCountableServices(dimensions, request.level, context, request.city),
    request,
  );
};

/** What things are grouped by, and then what they are only filtered by. */
const dimensionsOf = ({ groupBy, filter }: AggregateRequest): Dimension[] => [
  ...new Set([...groupBy, ...filter.keys()]),
];

function count(
  unit: string,
  dimensions: readonly Dimension[],
  countable: Countable,
  { groupBy, filter }: AggregateRequest,
): ReadMeasure {
  for (const [i, dimension] of dimensions.entries())
    checkGroups(dimension, filter.get(dimension) ?? [], countable.sides[i]!);
  const kept = keepGroups(
    countable,
    dimensions.map((dimension) => filter.get(dimension) ?? null),
  );
  const sides = kept.sides.slice(0, groupBy.length);
  checkCells(sides);
  const things = kept.things.map((groups) => groups.slice(0, groupBy.length));
  const { cells, total, coverage } = countBy(sides, things);
  return {
    unit,
    cells: cells.map((cell) => ({ groups: cell.groups, ...measured(cell.count) })),
    total: measured(total, { coverage }),
  };
}
