/** Why a compiled operation cannot write an answer. */
type Reason =
  | "abstract type"
  | "async"
  | "directive"
  | "leaf"
  | "list"
  | "null"
  | "operation"
  | "path"
  | "size"
  | "type"
  | "variables";

/** A compiled operation ends here: the whole request is answered by graphql-js instead. */
export class Bail extends Error {
  constructor(readonly reason: Reason) {
    super(reason);
  }
}

/** Ends a compiled operation at a promise. If it fails later, nobody waits for it. */
export function bailOfPromise(value: PromiseLike<unknown>): Bail {
  value.then(undefined, () => undefined);
  return new Bail("async");
}

export const isPromise = (value: unknown): value is PromiseLike<unknown> =>
  typeof value === "object" &&
  value !== null &&
  typeof (value as Partial<PromiseLike<unknown>>).then === "function";

/** @throws Bail for a promise, and an error that is a value. */
export function checkValue(value: unknown): void {
  if (isPromise(value)) throw bailOfPromise(value);
  if (value instanceof Error) throw value;
}
