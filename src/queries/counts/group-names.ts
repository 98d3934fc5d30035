import type { Dimension } from "../../domain/counts/aggregate-rules";
import type { JoinedCell } from "../../domain/counts/measured";
import { distinct } from "../../domain/kit/distinct";
import type { EntityName } from "../../storage/records/hub-record";
import type { Loaders } from "../kit/loaders";
import type { QueryContext } from "../kit/query-context";

/** The name of a group; for a word, a class or a date, its code. */
export type GroupNames = (dimension: Dimension, code: string) => string;

/**
 * The names of all groups of the cells, in the official language; one batch for each type of record that was not read
 * yet.
 */
export async function groupNames(
  groupBy: readonly Dimension[],
  cells: readonly JoinedCell[],
  { loaders }: QueryContext,
): Promise<GroupNames> {
  const names = await Promise.all(
    groupBy.map(async (dimension, i) => {
      const codes = distinct(cells.flatMap(({ groups }) => groups[i] ?? []));
      const found = await Promise.all(codes.map((code) => nameOf(dimension, code, loaders)));
      return [dimension, new Map(codes.map((code, place) => [code, found[place]!]))] as const;
    }),
  );
  const byDimension = new Map(names);
  return (dimension, code) => byDimension.get(dimension)?.get(code) ?? code;
}

/** The records of groups that have names. */
const typeOf = {
  ACTION: "action",
  AREA: "area",
  KIND: "taxonomyTerm",
  ORGANIZATION: "organization",
  TARGET_GROUP: "taxonomyTerm",
} as const satisfies Partial<Record<Dimension, EntityName>>;

async function nameOf(dimension: Dimension, code: string, loaders: Loaders): Promise<string> {
  if (!(dimension in typeOf)) return code;
  const { name } = (await loaders[typeOf[dimension as keyof typeof typeOf]].load(code)) ?? { name: code };
  return typeof name === "string" ? name : name.it;
}
