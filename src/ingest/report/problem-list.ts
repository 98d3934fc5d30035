import { limits } from "../../domain/kit/limits";
import { byText } from "../../domain/kit/order";
import type { Severity } from "../../domain/quality/quality-rule";
import type { LineProblem } from "../kit/problem";
import { byLine } from "../kit/problem";

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
  const total = kinds.reduce((sum, [, { count }]) => sum + count, 0);
  const each = kinds.map(([kind, { count }]) => `${count} ${kind}`).join(", ");
  return {
    line: null,
    column: null,
    value: null,
    rule: "PROBLEMS_NOT_LISTED",
    severity: severest.find((one) => kinds.some(([, { severity }]) => severity === one))!,
    message: `${total} more problems are counted but not listed: ${each}. Mend those that are listed, or the layout of the file, and import it again.`,
  };
}
