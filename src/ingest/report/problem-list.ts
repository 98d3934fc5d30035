import { limits } from "../../domain/kit/limits";
import { byText } from "../../domain/kit/order";
import type { Severity } from "../../domain/quality/quality-rule";
import { byLine, finding, type LineProblem, problem } from "../kit/problem";

export interface ProblemList {
  add(problems: readonly LineProblem[]): void;
  /** By line; if there are more than the limit, the first one gives their number and rules. */
  all(): LineProblem[];
  /** Every problem is in the list. */
  isComplete(): boolean;
}

const severest = ["ERROR", "WARNING", "NOTICE"] as const satisfies readonly Severity[];

/** The problems of one file: a bounded number of them in full, the others counted. */
export function problemList(most: number = limits.problemsOfSource): ProblemList {
  const listed: LineProblem[] = [];
  const more = new Map<string, { readonly severity: Severity; count: number }>();
  return {
    add(problems) {
      for (const problem of problems) {
        if (listed.length < most) {
          listed.push(problem);
          continue;
        }
        const { rule, severity } = problem;
        const kind = `${severity} ${rule}`;
        const counted = more.get(kind) ?? { severity, count: 0 };
        counted.count++;
        more.set(kind, counted);
      }
    },
    all() {
      const sorted = [...listed].sort(byLine);
      return more.size === 0 ? sorted : [notListed(more), ...sorted];
    },
    isComplete: () => more.size === 0,
  };
}

function notListed(
  more: ReadonlyMap<string, { readonly severity: Severity; readonly count: number }>,
): LineProblem {
  const kinds = [...more].sort(([a], [b]) => byText(a, b));
  const worst = severest.find((one) => kinds.some(([, { severity }]) => severity === one))!;
  const found = finding("PROBLEMS_NOT_LISTED", "more", {
    count: kinds.reduce((sum, [, { count }]) => sum + count, 0),
    kinds: kinds.map(([kind, { count }]) => `${count} ${kind}`),
  });
  return { line: null, ...problem(worst, found, null, null) };
}
