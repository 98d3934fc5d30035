import { HubError } from "../domain/errors";
import type { Repositories } from "../storage";
import type { Reference } from "./editable";

/** @throws HubError UNKNOWN_CODE for the first code that leads nowhere: one batched read for each kind of record. */
export async function checkReferences(
  references: readonly Reference[],
  repositories: Repositories,
): Promise<void> {
  const lookups: Record<Reference["among"], (codes: readonly string[]) => Promise<readonly unknown[]>> = {
    areas: repositories.areas.byCodes,
    centres: repositories.centres.byCodes,
    organizations: repositories.organizations.byCodes,
    services: repositories.services.byCodes,
    taxonomyTerms: repositories.taxonomyTerms.byCodes,
  };
  for (const { field, among, codes } of references) {
    const found = await lookups[among](codes);
    const missing = codes[found.indexOf(null)];
    if (missing !== undefined) throw unknownCode(field, missing);
  }
}

const unknownCode = (field: string, code: string): HubError =>
  new HubError("UNKNOWN_CODE", {
    message: `${field} names "${code.slice(0, 80)}", which this hub does not know.`,
    messageIt: `${field} nomina "${code.slice(0, 80)}", che questo hub non conosce.`,
    hint: "Create what it names first, or look its code up in the list of its kind.",
    where: field,
  });
