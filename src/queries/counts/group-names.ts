import type { Dimension } from "../../domain/counts/aggregate-rules";
import type { JoinedCell } from "../../domain/counts/measured";
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
      const codes = [...new Set(cells.flatMap(({ groups }) => groups[i] ?? []))];
      const found = await Promise.all(
        codes.map(async (code) => (await nameOf[dimension]?.(loaders, code)) ?? code),
      );
      return [dimension, new Map(codes.map((code, place) => [code, found[place]!]))] as const;
    }),
  );
  const byDimension = new Map(names);
  return (dimension, code) => byDimension.get(dimension)?.get(code) ?? code;
}

const nameOf: Partial<Record<Dimension, (loaders: Loaders, code: string) => Promise<string | undefined>>> = {
  ACTION: async ({ action }, code) => (await action.load(code))?.name.it,
  AREA: async ({ area }, code) => (await area.load(code))?.name,
  KIND: async ({ taxonomyTerm }, code) => (await taxonomyTerm.load(code))?.name.it,
  ORGANIZATION: async ({ organization }, code) => (await organization.load(code))?.name,
  TARGET_GROUP: async ({ taxonomyTerm }, code) => (await taxonomyTerm.load(code))?.name.it,
};
