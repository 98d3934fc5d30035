import type { PersonTerms } from "../../domain/identity/person-terms";
import { redacted } from "../../domain/identity/redact";
import { withoutErased } from "../../storage/identity/without-erased";
import { entityOf, type HubRecord } from "../../storage/records/hub-record";
import { failed, finding, type LineProblem, problem } from "../kit/problem";
import type { FinishedRecord } from "../kit/source";
import type { MappedRows } from "./map-rows";

/**
 * Keeps persons who were erased from the hub out of what an import saves and reports.
 * @param terms `null` if nobody was erased: then everything stays as it is.
 */
export function personScreen(terms: PersonTerms | null) {
  const problems = (found: readonly LineProblem[]): readonly LineProblem[] =>
    terms === null ? found : found.map((each) => redacted(each, terms));

  const records = <R extends HubRecord>(given: readonly R[]): readonly R[] =>
    terms === null ? given : given.map((each) => withoutErased(each, terms).record);

  /** With a warning for each record that named such a person. It does not repeat the name, because reports are public. */
  function rows(mapped: MappedRows): MappedRows {
    if (terms === null) return mapped;
    const kept: FinishedRecord[] = [];
    const found: LineProblem[] = [];
    const rejected = new Set(mapped.rejected);
    for (const each of mapped.records) {
      const place = { line: each.lines[0] ?? null, about: entityOf(each) };
      try {
        const { record, fields } = withoutErased(each, terms);
        kept.push(record);
        const warning = finding("NOT_HELD", "erasedPerson", { fields: fields.join(", ") });
        if (fields.length > 0) found.push({ ...place, ...problem("WARNING", warning, fields[0]!, null) });
      } catch (error) {
        for (const line of each.lines) rejected.add(line);
        found.push({ ...place, ...failed(error) });
      }
    }
    return { ...mapped, records: kept, rejected, problems: problems([...mapped.problems, ...found]) };
  }

  return { problems, records, rows };
}
