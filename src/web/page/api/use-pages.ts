import { useState } from "preact/hooks";
import { NoAnswer } from "./ask";

/** A page of a list, as the fragment `Page` of an operation reads it. */
export interface Page<Node> {
  readonly nodes: readonly Node[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** A list as far as it was asked for. */
export interface Pages<Node> {
  /** Another one for another list. */
  readonly id: string;
  readonly nodes: readonly Node[];
  readonly hasMore: boolean;
  readonly isLoading: boolean;
  /** Whether the last page did not come; the next attempt asks for it again. */
  readonly hasFailed: boolean;
  /** Asks for the next page. */
  readonly more: () => void;
}

/**
 * Goes on from the first page of a list, which came with the answer of the view. Another answer begins again.
 * @param next asks for the page after a cursor.
 */
export function usePages<Node>(
  first: Page<Node> | null | undefined,
  next: (after: string) => Promise<Page<Node> | null>,
): Pages<Node> {
  const [later, setLater] = useState<{ readonly first: unknown; readonly pages: readonly Page<Node>[] }>();
  const [state, setState] = useState<"failed" | "loading" | null>(null);
  const pages = [
    ...(first ? [first] : []),
    ...(later !== undefined && later.first === first ? later.pages : []),
  ];
  const { hasNextPage = false, endCursor = null } = pages.at(-1)?.pageInfo ?? {};
  const load = async (after: string) => {
    setState("loading");
    try {
      const page = await next(after);
      if (page !== null) setLater({ first, pages: [...pages.slice(1), page] });
      setState(page === null ? "failed" : null);
    } catch (error) {
      if (!(error instanceof NoAnswer)) throw error;
      setState("failed");
    }
  };
  return {
    id: first?.pageInfo.endCursor ?? "",
    nodes: pages.flatMap(({ nodes }) => nodes),
    hasMore: hasNextPage && endCursor !== null,
    isLoading: state === "loading",
    hasFailed: state === "failed",
    more: () => {
      if (endCursor !== null && state !== "loading") void load(endCursor);
    },
  };
}
