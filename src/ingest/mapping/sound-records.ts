import { invalid } from "../kit/problem";
import type { RowReader } from "./read-value";

/** What is made, or nothing and a problem where it cannot be true: the rest of the row is as good as it was. */
export function sound<T>({ problems }: RowReader, make: () => readonly T[]): readonly T[] {
  try {
    return make();
  } catch (error) {
    problems.push(invalid(error));
    return [];
  }
}
