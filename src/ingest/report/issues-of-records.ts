import { limits } from "../../domain/kit/limits";
import type { DataQualityIssue, EntityRef, RecordIssues } from "../../domain/quality/data-quality-issue";
import { createRepositories } from "../../storage";
import type { Table } from "../../storage/engine/table";
import { codecs } from "../../storage/records/codecs";
import { type SaveOptions, saveAll } from "../../storage/records/save";

/**
 * Stores with each record the codes of its issues, so that a list of records shows them without a query for each.
 * Issues from other sources stay. One more than the limit is stored, so that reading can fail.
 * @param found all present problems of a source, changed or not: the next run completes one that was killed.
 */
export async function saveIssuesOfRecords(
  table: Table,
  found: readonly DataQualityIssue[],
  resolved: readonly DataQualityIssue[],
  options: SaveOptions,
): Promise<void> {
  const codesOf = new Map<string, { readonly entity: EntityRef; readonly codes: string[] }>();
  for (const { entity, code, resolvedAt } of [...found, ...resolved]) {
    if (entity === null) continue;
    const id = `${entity.type} ${entity.code}`;
    const of = codesOf.get(id) ?? { entity, codes: [] };
    if (resolvedAt === null) of.codes.push(code);
    codesOf.set(id, of);
  }
  const groups = [...codesOf.values()];
  const { dataQualityIssues } = createRepositories(table);
  const known = await dataQualityIssues.ofRecords(groups.map(({ entity }) => entity));
  const records = groups.map(({ entity, codes }, i): RecordIssues => {
    const ofOthers = (known[i]?.issueCodes ?? []).filter((code) => !code.startsWith(`${options.origin}:`));
    return { entity, issueCodes: [...ofOthers, ...codes].sort().slice(0, limits.issuesOfRecord + 1) };
  });
  await saveAll(table, codecs.recordIssues, records, options);
}
