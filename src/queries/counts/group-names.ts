import type { Dimension } from "../../domain/counts/aggregate-rules";
import type { JoinedCell } from "../../domain/counts/measured";
import type { QueryContext } from "../kit/query-context";

/** The name of a group; of a group that is a word, a class or a date, its code. */
export type GroupNames = (dimension: Dimension, code: string) => string;

/** The names of all groups of the cells, in the official language; one batch for each sort of record that was not read yet. */
export async function groupNames(
  groupBy: readonly Dimension[],
  cells: readonly JoinedCell[],
  context: QueryContext,
): Promise<GroupNames> {
  const names = await Promise.all(
    groupBy.map(async (dimension, i) => {
      const codes = [...new Set(cells.flatMap(({ groups }) => groups[i] ?? []))];
      const found = await Promise.all(
        codes.map(async (code) => (await nameOf(dimension, code, context)) ?? code),
      );
      return [dimension, new Map(codes.map((code, place) => [code, found[place]!]))] as const;
    }),
  );
  const byDimension = new Map(names);
  return (dimension, code) => byDimension.get(dimension)?.get(code) ?? code;
}

async function nameOf(
  dimension: Dimension,
  code: string,
  { loaders }: QueryContext,
): Promise<string | undefined> {
  switch (dimension) {
    case "ACTION":
      return (await loaders.action.load(code))?.name.it;
    case "AREA":
      return (await loaders.area.load(code))?.name;
    case "KIND":
    case "TARGET_GROUP":
      return (await loaders.taxonomyTerm.load(code))?.name.it;
    case "ORGANIZATION":
      return (await loaders.organization.load(code))?.name;
    case "AGE_CLASS":
    case "CARE_DOMAIN":
    case "FUND":
    case "PERIOD":
    case "STAGE":
      return code;
  }
}
