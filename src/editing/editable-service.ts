import type { Service } from "../domain/services/service";
import { codecs } from "../storage/records/codecs";
import type { Editable } from "./editable";
import { fillSilence } from "./fill-silence";
import { locationsWith } from "./locations";

export const editableService: Editable<Service> = {
  codec: codecs.service,
  blank: (code) => ({
    code,
    name: { it: "", en: null },
    alternateName: null,
    description: null,
    organizationCode: "",
    status: null,
    alert: null,
    careDomains: [],
    targetGroupCodes: [],
    serviceTypeCodes: [],
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
    url: null,
    externalIdentifiers: [],
    sourceCodes: [],
  }),
  references: {
    organizationCode: "organizations",
    serviceAreaCodes: "areas",
    // Each city has its own taxonomies of services.
    serviceTypeCodes: "taxonomyTerms",
    sourceCodes: "SET_BY_HUB",
    targetGroupCodes: { taxonomy: "target-group" },
  },
  dependants: async (code, repositories) =>
    locationsWith(await repositories.servicesAtLocation.codesOfService(code), "serviceCode", repositories),
  merged: (into, from) => fillSilence({ ...into, alternateName: into.alternateName ?? from.name.it }, from),
};
