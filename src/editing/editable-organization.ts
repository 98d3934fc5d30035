import type { Organization } from "../domain/organization";
import type { Repositories } from "../storage";
import { codecs } from "../storage/codecs";
import type { Page } from "../storage/page";
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
    email: null,
    phones: [],
    legalStatus: null,
    identifiers: [],
    sourceCodes: [],
  }),
  references: ({ parentCode }) => [
    { field: "parentCode", among: "organizations", codes: parentCode === null ? [] : [parentCode] },
  ],
  dependants: leadingTo,
  merged: (into, from) => fillSilence({ ...into, alternateName: into.alternateName ?? from.name }, from),
};

/** Its services, and the bodies that are units of it. */
async function leadingTo(code: string, { organizations, services }: Repositories): Promise<Dependant[]> {
  const units = await everyNode((after) => organizations.units(code, { first: 100, after }));
  const given = await everyNode((after) => services.page({ organizationCode: code }, { first: 100, after }));
  return [
    ...units.map(
      (record): Dependant => ({
        type: "organization",
        record,
        repointed: (to) => ({ type: "organization", record: { ...record, parentCode: to } }),
      }),
    ),
    ...given.map(
      (record): Dependant => ({
        type: "service",
        record,
        repointed: (to) => ({ type: "service", record: { ...record, organizationCode: to } }),
      }),
    ),
  ];
}

async function everyNode<T>(pageAfter: (after: string | null) => Promise<Page<T>>): Promise<T[]> {
  const found: T[] = [];
  let after: string | null = null;
  do {
    const page: Page<T> = await pageAfter(after);
    found.push(...page.edges.map(({ node }) => node));
    after = page.hasNextPage ? page.endCursor : null;
  } while (after !== null);
  return found;
}
