import { canonicalText } from "../../domain/kit/canonical-text";
import { type Organization, organizationRecord } from "../../domain/places/organization";
import { entityOf } from "../../storage/records/hub-record";
import { finding, type LineProblem, problem } from "../kit/problem";
import type { Finished } from "../kit/source";

interface LineOrganization {
  readonly line: number;
  readonly record: Organization;
}

/** Organisations that several rows state: one each. The first row with a fact counts, and another fact is a problem. */
export function organizationsOfRows(stated: readonly LineOrganization[]): Finished {
  const problems: LineProblem[] = [];
  const merged = new Map<string, { record: Organization; lines: number[] }>();
  for (const { line, record } of stated) {
    const known = merged.get(record.code);
    if (known === undefined) {
      merged.set(record.code, { record, lines: [line] });
      continue;
    }
    const fields = Object.keys(record).filter((field) =>
      differs(known.record[field as keyof Organization], record[field as keyof Organization]),
    );
    if (fields.length > 0) {
      const found = finding("DUPLICATE", "rowsDiffer", { lines: [known.lines[0]!, line], fields });
      const about = entityOf({ type: "organization", record });
      // Both rows are read, so the problem is that of the file.
      problems.push({ line: null, about, ...problem("WARNING", found, null, record.name) });
    }
    known.record = organizationRecord.merged(known.record, record);
    known.lines.push(line);
  }
  return {
    records: [...merged.values()].map((each) => ({ type: "organization", ...each })),
    problems,
  };
}

/** An empty cell says nothing. */
const differs = (first: unknown, second: unknown): boolean =>
  first !== null && second !== null && canonicalText(first) !== canonicalText(second);
