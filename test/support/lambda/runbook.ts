import { readFileSync } from "node:fs";
import path from "node:path";

/** A search in a log group that the runbook gives its readers. */
export interface RunbookFilter {
  /** Of its section. */
  readonly anchor: string;
  readonly group: string;
  readonly pattern: string;
}

const file = path.resolve(__dirname, "../../../docs/runbook.md");

/** The text of a section of the runbook. */
export function runbookSection(anchor: string): string {
  const found = sections().find((section) => section.anchor === anchor);
  if (found === undefined) throw new Error(`The runbook has no section ${anchor}.`);
  return found.text;
}

/** All searches in logs, in their order. */
export const runbookFilters = (): readonly RunbookFilter[] =>
  sections().flatMap(({ anchor, text }) =>
    [...text.matchAll(/aws logs (?:tail|filter-log-events)[^\n]*/g)].map(([command]) => ({
      anchor,
      group: /(\/aws\/\S+)/.exec(command)![1]!,
      pattern: /--filter-pattern '([^']*)'/.exec(command)?.[1] ?? "",
    })),
  );

function sections(): readonly { readonly anchor: string; readonly text: string }[] {
  const [, ...parts] = readFileSync(file, "utf8").split(/^## /m);
  return parts.map((part) => {
    const end = part.indexOf("\n");
    // A command may go on in the next line.
    const anchor = part.slice(0, end).trim().toLowerCase().replaceAll(" ", "-");
    return { anchor, text: part.slice(end).replaceAll(/\\\n\s*/g, "") };
  });
}
