import { createIndicatorDefinition } from "../../domain/indicators/indicator";
import { createTaxonomyTerm } from "../../domain/kit/taxonomy-term";
import { createOrganization } from "../../domain/places/organization";
import { createService, type Service } from "../../domain/services/service";
import type { HubRecord } from "../../storage/records/hub-record";
import type { Mapping } from "./mapping.schema";
import type { MappingFault } from "./mapping-fault";

interface Definition {
  readonly path: MappingFault["path"];
  /** @throws InvalidRecordError if the definition is invalid. */
  create(): HubRecord;
}

/** The records that a mapping file itself defines, each with its place in the file. */
export function definitionsOf({ source, indicators, terms, organizations, services }: Mapping): Definition[] {
  const sourceCodes = [source.code];
  return [
    ...terms.map(
      (term, i): Definition => ({
        path: ["terms", i],
        create: () => {
          const [taxonomy] = term.code.split(":");
          return {
            type: "taxonomyTerm",
            record: createTaxonomyTerm({ ...term, taxonomy: taxonomy!, parentCode: null, sourceCodes }),
          };
        },
      }),
    ),
    ...organizations.map(
      (organization, i): Definition => ({
        path: ["organizations", i],
        create: () => ({
          type: "organization",
          record: createOrganization({
            ...organization,
            alternateName: null,
            phones: [],
            legalStatus: null,
            identifiers: [],
            sourceCodes,
          }),
        }),
      }),
    ),
    ...indicators.map(
      (indicator, i): Definition => ({
        path: ["indicators", i],
        create: () => ({
          type: "indicator",
          record: createIndicatorDefinition({ ...indicator, sourceCodes }),
        }),
      }),
    ),
    ...services.map(
      (service, i): Definition => ({
        path: ["services", i],
        create: () => ({ type: "service", record: createService(serviceFields(service, sourceCodes)) }),
      }),
    ),
  ];
}

/** The fields of a service in the mapping file, and no others. */
export const serviceFields = (
  { targetGroups, serviceTypes, ...service }: Mapping["services"][number],
  sourceCodes: readonly string[],
): Service => ({
  ...service,
  status: null,
  alert: null,
  targetGroupCodes: targetGroups,
  serviceTypeCodes: serviceTypes,
  minimumAge: null,
  maximumAge: null,
  eligibility: null,
  applicationProcess: null,
  freeOfCharge: "UNKNOWN",
  fees: null,
  costOptions: [],
  requiredDocuments: [],
  languages: [],
  serviceAreaCodes: [],
  channels: [],
  contacts: [],
  phones: [],
  externalIdentifiers: [],
  sourceCodes,
});
