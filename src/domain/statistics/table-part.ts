import { byText } from "../kit/order";
import type { Equation, TableCell } from "./table-cell";

/** Cells that equations connect with each other and with no others. */
export interface TablePart {
  readonly cells: readonly TableCell[];
  readonly equations: readonly Equation[];
}

/** The parts of a table, the small ones first, ties by key: they are done before a large one has used up the work of all. */
export function tableParts(cells: readonly TableCell[], equations: readonly Equation[]): TablePart[] {
  const known = new Set(cells.map(({ key }) => key));
  const parents = new Map<string, string>();
  const rootOf = (key: string): string => {
    let root = key;
    for (let parent = parents.get(root); parent !== undefined; parent = parents.get(root)) {
      const next = parents.get(parent);
      if (next !== undefined) parents.set(root, next);
      root = parent;
    }
    return root;
  };
  const keysOf = ({ total, parts }: Equation) =>
    [total, ...parts.map(({ key }) => key)].filter((key) => known.has(key));
  for (const equation of equations) {
    const [first, ...others] = keysOf(equation);
    for (const key of others) {
      const [from, to] = [rootOf(key), rootOf(first!)];
      if (from !== to) parents.set(from, to);
    }
  }
  const found = new Map<string, { cells: TableCell[]; equations: Equation[] }>();
  for (const cell of [...cells].sort((a, b) => byText(a.key, b.key))) {
    const root = rootOf(cell.key);
    const part = found.get(root) ?? { cells: [], equations: [] };
    part.cells.push(cell);
    found.set(root, part);
  }
  for (const equation of equations) {
    const [first] = keysOf(equation);
    if (first !== undefined) found.get(rootOf(first))!.equations.push(equation);
  }
  return [...found.values()].sort((a, b) => a.cells.length - b.cells.length);
}
