import type { LabelOf } from "../kit/labels";
import type { Source } from "../kit/where-from";

/** What the cards of one answer share. */
export interface Context {
  /** Moment of the opening, ISO 8601. */
  readonly at: string;
  readonly label: LabelOf;
  /** Sources of the hub by code: entries name theirs by code. */
  readonly sources: ReadonlyMap<string, Source>;
}

export const sourcesOf = (
  { sourceRefs }: { readonly sourceRefs: readonly { readonly code: string }[] | null },
  { sources }: Context,
): readonly Source[] =>
  (sourceRefs ?? []).flatMap(({ code }) => {
    const source = sources.get(code);
    return source === undefined ? [] : [source];
  });
