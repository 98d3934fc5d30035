import { defaultFieldResolver, type GraphQLFieldResolver } from "graphql";
import type { Context } from "./context";
import type { Args } from "./field-weights";

export type Resolve = GraphQLFieldResolver<unknown, Context, Args>;

/** What a resolver around another one adds. */
interface Layer {
  readonly inner: Resolve;
  /** Most items of its list. */
  readonly most?: number;
  /** Units of its computation, for its arguments; absent for a plain field. */
  readonly units?: (args: Args) => number;
}

/** A field without its layers: a compiled operation does what they do in fewer steps. */
export interface Steps {
  /** `null` for the property of the same name. */
  readonly resolve: Resolve | null;
  readonly most: number;
  readonly units: ((args: Args) => number) | null;
}

const layers = new WeakMap<Resolve, Layer>();

/** A resolver that says what it adds to the one in it. */
export function layer(resolve: Resolve, of: Layer): Resolve {
  layers.set(resolve, of);
  return resolve;
}

export function stepsOf(outer: Resolve | undefined): Steps {
  let resolve = outer ?? defaultFieldResolver;
  let most = Number.POSITIVE_INFINITY;
  let units: Steps["units"] = null;
  for (let found = layers.get(resolve); found !== undefined; found = layers.get(resolve)) {
    resolve = found.inner;
    most = Math.min(most, found.most ?? most);
    units ??= found.units ?? null;
  }
  return { resolve: resolve === defaultFieldResolver ? null : resolve, most, units };
}
