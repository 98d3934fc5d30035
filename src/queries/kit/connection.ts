import type { Page, PageRequest } from "../../storage/engine/page";

/** The position of a page in its list. */
export interface PageInfo {
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  /** `null` on an empty page. */
  readonly startCursor: string | null;
  readonly endCursor: string | null;
}

/** A page of a list in the terms of Relay; `totalCount` is read only on request. */
export interface Connection<T> {
  readonly edges: readonly { readonly cursor: string; readonly node: T }[];
  readonly nodes: readonly T[];
  readonly pageInfo: PageInfo;
  readonly totalCount: () => number | Promise<number>;
}

export const toConnection = <T>(page: Page<T>, { after }: Pick<PageRequest, "after">): Connection<T> => ({
  edges: page.edges,
  nodes: page.edges.map((edge) => edge.node),
  pageInfo: {
    hasNextPage: page.hasNextPage,
    hasPreviousPage: (after ?? null) !== null,
    startCursor: page.edges[0]?.cursor ?? null,
    endCursor: page.endCursor,
  },
  totalCount: page.totalCount,
});
