import type { AuditEntry } from "../../domain/identity/audit-entry";
import { type Page, type PageRequest, readPage } from "../engine/page";
import { loaded } from "../engine/reader";
import type { Table } from "../engine/table";
import { fromTable } from "../engine/table-reader";
import { entryIn } from "../records/audit-entries";
import { keys } from "../records/keys";

/** The audit trails of organisations: in the table alone, never published. */
export const auditRepository = (table: Table) => ({
  /**
   * Entries of an organisation, newest first: one query.
   * @param since instant of the oldest, ISO 8601 UTC with milliseconds; `null` for all.
   */
  async page(
    organizationCode: string,
    since: string | null,
    request: PageRequest,
  ): Promise<Page<AuditEntry>> {
    const { pk: partition } = keys.audit(organizationCode, "", "");
    const from = since === null ? {} : { from: since };
    const page = await fromTable(table, (reader) =>
      readPage(reader, { partition, descending: true, ...from }, request, (items) => items.map(entryIn)),
    );
    return { ...page, totalCount: () => loaded(page.totalCount) };
  },
});
