import {
  type CentreDimension,
  type CountableCentres,
  countableCentres,
  countableServices,
  type Groups,
  type ServiceGrouping,
} from "../../domain/counts/countable";
import type { Countable } from "../../domain/counts/totals";
import type { AreaLevel } from "../../domain/places/area";
import type { Loaders } from "../kit/loaders";
import type { QueryContext } from "../kit/query-context";
import { centresToCount, servicesToCount } from "./things-to-count";

/** Centres on a day, of the whole hub or of one city, and the records that their groups are. */
export async function readCountableCentres(
  dimensions: readonly CentreDimension[],
  level: AreaLevel,
  on: string,
  context: QueryContext,
  city: string | null = null,
): Promise<CountableCentres & Groups> {
  const { centres, ...groups } = await centresToCount(dimensions.includes("AREA"), level, context, city);
  prime(context.loaders, groups);
  return { ...countableCentres(centres, dimensions, groups, on), ...groups };
}

/** Services, of the whole hub or of one city, and the records that their groups are. */
export async function readCountableServices(
  dimensions: readonly ServiceGrouping[],
  level: AreaLevel,
  context: QueryContext,
  city: string | null = null,
): Promise<Countable & Groups> {
  const { services, ...groups } = await servicesToCount(dimensions, level, context, city);
  prime(context.loaders, groups);
  return { ...countableServices(services, dimensions, groups), ...groups };
}

/** What was read as a list is not read again by code. */
function prime(loaders: Loaders, { areas, terms }: Groups): void {
  for (const area of areas) loaders.area.prime(area.code, area);
  for (const term of terms) loaders.taxonomyTerm.prime(term.code, term);
}
