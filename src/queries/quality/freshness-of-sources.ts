import type { LocalizedText } from "../../domain/kit/localized-text";
import { byText } from "../../domain/kit/order";
import type { SourceRef } from "../../domain/kit/source-ref";
import { sourceFreshness } from "../../domain/quality/source-freshness";
import type { Repositories } from "../../storage";
import type { Page } from "../../storage/engine/page";

/** A source whose data is older than its own frequency allows. */
interface LateSource {
  readonly code: string;
  readonly daysLate: number;
  readonly reason: LocalizedText;
}

/** How old the data of a hub is, source by source. */
export interface SourcesFreshness {
  readonly fresh: number;
  /** The oldest first. */
  readonly late: readonly LateSource[];
  /** Sources without a frequency, a date or an import. */
  readonly unknown: number;
}

const pageSize = 100;

/** Over all sources whose data is real. */
export function freshnessOfSources(
  { sourceRefs, importRuns }: Pick<Repositories, "importRuns" | "sourceRefs">,
  at: string,
): SourcesFreshness {
  const sources = allOf(sourceRefs).filter(({ synthetic }) => !synthetic);
  const runs = importRuns.lastOf(sources.map(({ code }) => code));
  const judged = sources.map((source, i) => ({
    code: source.code,
    ...sourceFreshness({ source, ...runs[i]!, at }),
  }));
  const late = judged.flatMap(({ code, state, daysLate, reason }) =>
    state === "LATE" ? [{ code, daysLate: daysLate!, reason }] : [],
  );
  return {
    fresh: judged.filter(({ state }) => state === "FRESH").length,
    late: late.sort((a, b) => b.daysLate - a.daysLate || byText(a.code, b.code)),
    unknown: judged.filter(({ state }) => state === "UNKNOWN").length,
  };
}

function allOf(sourceRefs: Repositories["sourceRefs"]): readonly SourceRef[] {
  const found: SourceRef[] = [];
  let after: string | null = null;
  do {
    const page: Page<SourceRef> = sourceRefs.page({ first: pageSize, after });
    found.push(...page.edges.map(({ node }) => node));
    after = page.hasNextPage ? page.endCursor : null;
  } while (after !== null);
  return found;
}
