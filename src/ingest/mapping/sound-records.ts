import { invalid } from "../kit/problem";
import type { RowReader } from "./read-value";

/** The records, or a problem if they are invalid: the rest of the row is not affected. */
export function sound<T>({ problems }: RowReader, make: () => readonly T[]): readonly T[] {
  try {
    return make();
  } catch (error) {
    problems.push(invalid(error));
    return [];
  }
}
