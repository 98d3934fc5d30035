import { isEmailOfHsds, isWebAddressOfHsds } from "../../domain/hsds/addresses";
import type { HsdsOrganization, HsdsOrganizationBasic } from "../../domain/hsds/rows";
import type { Organization } from "../../domain/places/organization";
import { hsdsId } from "../../storage/documents/hsds-id";
import type { Records } from "../kit/records";
import { attributesOf, englishFacts, identifierFacts, sourceFacts } from "./attributes";
import { factualOrganization } from "./factual";
import { phoneRows } from "./phones";
import { nested, noDescription, present, said } from "./row";

/** The scheme of the keys of an imported HSDS feed: they are in no public register. */
const ownScheme = "hsds";

/** As in lists. */
export function organizationBasic(organization: Organization, records: Records): HsdsOrganizationBasic {
  const { code, name, alternateName, description, email, website, legalStatus, parentCode } = organization;
  const parent = parentCode === null ? null : factualOrganization(parentCode, records);
  return present({
    id: hsdsId("organization", code),
    name,
    alternate_name: alternateName,
    description: said(description) ?? noDescription,
    email: email !== null && isEmailOfHsds(email) ? email : null,
    website: website !== null && isWebAddressOfHsds(website) ? website : null,
    legal_status: said(legalStatus),
    parent_organization_id: parent === null ? null : hsdsId("organization", parent.code),
  });
}

/** With everything nested. Its services and places are lists of their own, because they can be thousands. */
export function organizationRow(organization: Organization, records: Records): HsdsOrganization {
  const basic = organizationBasic(organization, records);
  const { code, description, email, website, legalStatus, kind, identifiers, phones, sourceCodes } =
    organization;
  return {
    ...basic,
    ...present({
      phones: phoneRows(basic.id, phones),
      organization_identifiers: identifiers
        .filter(({ scheme }) => scheme !== ownScheme)
        .map(({ scheme, value }) =>
          nested("organization_identifier", basic.id, {
            identifier_scheme: scheme,
            identifier_type: scheme,
            identifier: value,
          }),
        ),
      attributes: attributesOf("organization", basic.id, [
        { term: "code", value: code },
        { term: "organization-kind", value: kind },
        { term: "email", value: basic.email === undefined ? email : null },
        { term: "website", value: basic.website === undefined ? website : null },
        ...identifierFacts(identifiers.filter(({ scheme }) => scheme === ownScheme)),
        ...englishFacts({ description, legal_status: legalStatus }),
        ...sourceFacts(sourceCodes, records),
      ]),
    }),
  };
}
