import type { Answer, TestHub } from "./hub";

/** What every record of a list is asked for. */
export interface Listed {
  readonly sourceRefs: readonly { readonly code: string; readonly synthetic: boolean }[];
}

interface HsdsListed {
  readonly id: string;
  readonly name?: string;
  readonly status?: string;
}

interface Page<T> {
  readonly totalCount: number;
  readonly nodes: readonly T[];
  readonly pageInfo: { readonly endCursor: string | null; readonly hasNextPage: boolean };
}

/** As many as the aliases of a document. */
const countsAtOnce = 30;

/** Whole lists of a hub, page by page, as clients read them. */
export function answersOf({ ask, request }: Pick<TestHub, "ask" | "request">) {
  return {
    /** Whether a source of the record is synthetic: files and HSDS leave such a record out. */
    isSynthetic: ({ sourceRefs }: Listed): boolean => sourceRefs.some(({ synthetic }) => synthetic),

    /**
     * @param field with its filter and without the bracket at its end, as `centres(filter: {}`.
     * @param sources how the list names sources.
     */
    async list<T extends Listed>(field: string, select: string, sources = "sourceRefs") {
      const nodes: T[] = [];
      const totals = new Set<number>();
      let after: string | null = null;
      do {
        const { data, errors }: Answer<{ readonly list: Page<T> }> = await ask(
          `query ($after: String) {
            list: ${field}${field.endsWith("(") ? "" : ", "}first: 100, after: $after) {
              totalCount
              nodes { ${sources} { code synthetic } ${select} }
              pageInfo { endCursor hasNextPage }
            }
          }`,
          { after },
        );
        if (errors) throw new Error(`${field}: ${JSON.stringify(errors)}`);
        const { list }: { readonly list: Page<T> } = data!;
        nodes.push(...list.nodes);
        totals.add(list.totalCount);
        after = list.pageInfo.hasNextPage ? list.pageInfo.endCursor : null;
      } while (after !== null);
      const [totalCount] = totals;
      if (totals.size !== 1) throw new Error(`${field}: the pages disagree about their total.`);
      return { totalCount: totalCount!, nodes };
    },

    /** `totalCount` of many lists. */
    async counts(fields: readonly string[]): Promise<number[]> {
      const found: number[] = [];
      for (let from = 0; from < fields.length; from += countsAtOnce) {
        const some = fields.slice(from, from + countsAtOnce);
        const { data, errors } = await ask<Record<string, { totalCount: number }>>(
          `{ ${some.map((field, i) => `c${i}: ${field} { totalCount }`).join(" ")} }`,
        );
        if (errors) throw new Error(JSON.stringify(errors));
        found.push(...some.map((_, i) => data![`c${i}`]!.totalCount));
      }
      return found;
    },

    /** All pages of a list of HSDS. @throws Error if two pages state different totals. */
    async hsdsPages(list: string, size: number, more = "") {
      const rows: HsdsListed[] = [];
      const totals = new Set<number>();
      for (let page = 1; ; page++) {
        const response = await request(`/hsds/${list}?per_page=${size}&page=${page}${more}`);
        if (!response.ok) throw new Error(`${list}: ${await response.text()}`);
        const { total_items, last_page, contents } = (await response.json()) as {
          total_items: number;
          last_page: boolean;
          contents: HsdsListed[];
        };
        rows.push(...contents);
        totals.add(total_items);
        if (last_page) break;
      }
      const [total] = totals;
      if (totals.size !== 1) throw new Error(`${list}: the pages disagree about their total.`);
      return { total: total!, rows };
    },
  };
}

export type Answers = ReturnType<typeof answersOf>;
