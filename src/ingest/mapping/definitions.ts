import { createIndicatorDefinition } from "../../domain/indicators/indicator";
import { createTaxonomyTerm } from "../../domain/kit/taxonomy-term";
import { createOrganization } from "../../domain/places/organization";
import { createService } from "../../domain/services/service";
import { createPartnership } from "../../domain/strategy/partnership";
import type { HubRecord } from "../../storage/records/hub-record";
import type { Mapping } from "./mapping.schema";
import type { MappingFault } from "./mapping-fault";

interface Definition {
  readonly path: MappingFault["path"];
  /** @throws InvalidRecordError if the definition is invalid. */
  create(): HubRecord;
}

/** The records that a mapping file defines, each with its place in the file; of a file that is like another one those of the other. */
export function definitionsOf({ source, like, borrowed = [], ...mapping }: Mapping): Definition[] {
  const { indicators, terms, organizations, partnerships, services } = mapping;
  const sourceCodes = [like ?? source.code];
  const section = <T>(name: string, stated: readonly T[], create: (stated: T) => HubRecord): Definition[] =>
    stated.map((each, i) => ({ path: [name, i], create: () => create(each) }));
  return [
    // Used definitions are stored as their source states them.
    ...borrowed.map(
      (record): Definition => ({ path: ["uses"], create: () => ({ type: "indicator", record }) }),
    ),
    ...section("terms", terms, (term) => ({
      type: "taxonomyTerm",
      record: createTaxonomyTerm({ ...term, taxonomy: term.code.split(":")[0]!, sourceCodes }),
    })),
    ...section("organizations", organizations, (organization) => ({
      type: "organization",
      record: createOrganization({ ...organization, sourceCodes }),
    })),
    ...section("indicators", indicators, (indicator) => ({
      type: "indicator",
      record: createIndicatorDefinition({ ...indicator, sourceCodes }),
    })),
    ...section("partnerships", partnerships, (partnership) => ({
      type: "partnership",
      record: createPartnership({ ...partnership, sourceCodes }),
    })),
    ...section("services", services, (service) => ({
      type: "service",
      record: createService({ ...service, sourceCodes }),
    })),
  ];
}
