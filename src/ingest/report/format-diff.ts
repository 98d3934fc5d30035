import { shown } from "../kit/problem";
import type { DiffEntry } from "./import-diff";

const maxShown = 20;

const sign = { CREATE: "+", DELETE: "-", UPDATE: "~" } as const;

/**
 * The changes that an import of a source would make, for people: the first records; all of them are in the JSON form.
 */
export function formatDiff(source: string, diff: readonly DiffEntry[]): string {
  const of = (action: DiffEntry["action"]): number => diff.filter((entry) => entry.action === action).length;
  const counts = `${of("CREATE")} to create, ${of("UPDATE")} to change, ${of("DELETE")} to delete`;
  // Deletions are what people must see.
  const order = [...diff].sort((a, b) => rank[a.action] - rank[b.action]);
  const more = diff.length - maxShown;
  return [
    `${source}: ${counts}`,
    ...order.slice(0, maxShown).flatMap(linesOf),
    ...(more > 0 ? [`  and ${more} more: use --json for all of them`] : []),
  ].join("\n");
}

const rank = { DELETE: 0, UPDATE: 1, CREATE: 2 } as const;

const linesOf = ({ action, type, code, fields }: DiffEntry): string[] => [
  `  ${sign[action]} ${type} ${code}`,
  ...fields.map(
    ({ field, before, after }) =>
      `      ${field}: ${shown(before) ?? "nothing"} -> ${shown(after) ?? "nothing"}`,
  ),
];
