import type { Organization } from "../domain/organization";
import type { Repositories } from "../storage";
import { codecs } from "../storage/codecs";
import type { Dependant, Editable } from "./editable";
import { fillSilence } from "./fill-silence";

export const editableOrganization: Editable<Organization> = {
  codec: codecs.organization,
  blank: (code) => ({
    code,
    name: "",
    alternateName: null,
    kind: "INFORMAL",
    description: null,
    parentCode: null,
    website: null,
    identifiers: [],
    sourceCodes: [],
  }),
  references: ({ parentCode }) => [
    { field: "parentCode", among: "organizations", codes: parentCode === null ? [] : [parentCode] },
  ],
  dependants: servicesOf,
  merged: (into, from) => fillSilence({ ...into, alternateName: into.alternateName ?? from.name }, from),
};

async function servicesOf(organizationCode: string, { services }: Repositories): Promise<Dependant[]> {
  const found: Dependant[] = [];
  let after: string | null = null;
  do {
    const page = await services.page({ organizationCode }, { first: 100, after });
    found.push(
      ...page.edges.map(
        ({ node }): Dependant => ({
          type: "service",
          record: node,
          repointed: (to) => ({ type: "service", record: { ...node, organizationCode: to } }),
        }),
      ),
    );
    after = page.hasNextPage ? page.endCursor : null;
  } while (after !== null);
  return found;
}
