import type { NeighbourhoodQuery } from "../api/operations/neighbourhood";
import type { Source } from "../kit/where-from";

/** The answer, with an area that there is. */
export interface Data extends NeighbourhoodQuery {
  readonly area: NonNullable<NeighbourhoodQuery["area"]>;
}

export type Place = NonNullable<Data["area"]["centres"]>["nodes"][number];

interface Sourced {
  readonly sourceRefs: readonly { readonly code: string }[] | null;
}

/** The sources of some facts: the answer has each source once, and facts name it by code. */
export function sourcesOf({ sources }: Pick<Data, "sources">, facts: readonly Sourced[]): readonly Source[] {
  const codes = new Set(facts.flatMap(({ sourceRefs }) => (sourceRefs ?? []).map(({ code }) => code)));
  return (sources?.nodes ?? []).filter(({ code }) => codes.has(code));
}
