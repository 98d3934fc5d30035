import { HubError } from "../domain/kit/errors";
import { reportsFolder } from "../ingest/acquire/inbox-layout";
import type { Reading } from "../ingest/run/read-source";

/** Problems of rows in a report; all are issues of the hub. */
const mostProblems = 200;

/**
 * What the person or system that put a file into the inbox reads: a file of the name `reports/<name>.json` beside it.
 * @param of what became of it, or why it leads to no source.
 * @returns name and text.
 */
export function uploadReport(file: string, of: HubError | Reading, at: Date): [name: string, text: string] {
  return [`${reportsFolder}${file}.json`, `${JSON.stringify(contentOf(file, of, at), null, 2)}\n`];
}

function contentOf(file: string, of: HubError | Reading, at: Date): object {
  const about = { file, at: at.toISOString() };
  if (of instanceof HubError)
    return {
      ...about,
      outcome: "FAILED",
      message: { en: of.message, it: of.messageIt },
      hint: { en: of.hint, it: of.hintIt },
    };
  const { outcome, reason, report } = of;
  return {
    ...about,
    outcome,
    message: reason,
    ...(report !== null && {
      source: report.source,
      run: report.run,
      sha256: report.sha256,
      rows: report.rows,
      records: report.records,
      deletes: report.deletes,
      problemCount: report.problems.length,
      problems: report.problems.slice(0, mostProblems).map((each) => ({
        ...{ line: each.line, column: each.column, value: each.value, rule: each.rule },
        ...{ severity: each.severity, message: { en: each.message, it: each.messageIt } },
      })),
    }),
  };
}
