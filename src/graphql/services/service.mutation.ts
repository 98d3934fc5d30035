import { editMutations } from "../kit/edit-mutations";
import { toService } from "./service.type";
import { ServiceFieldsInput } from "./service-edit.input";

editMutations<"service", ServiceFieldsInput>({
  type: "service",
  noun: "a service",
  to: toService,
  input: ServiceFieldsInput,
  fields: {
    name: ["name", "REFUSED"],
    alternateName: ["alternateName", "UNKNOWN"],
    description: ["description", "UNKNOWN"],
    organization: ["organizationCode", "REFUSED"],
    status: ["status", "UNKNOWN"],
    alert: ["alert", "UNKNOWN"],
    careDomains: ["careDomains", "EMPTY"],
    targetGroups: ["targetGroupCodes", "EMPTY"],
    serviceTypes: ["serviceTypeCodes", "EMPTY"],
    minimumAge: ["minimumAge", "UNKNOWN"],
    maximumAge: ["maximumAge", "UNKNOWN"],
    eligibility: ["eligibility", "UNKNOWN"],
    applicationProcess: ["applicationProcess", "UNKNOWN"],
    freeOfCharge: ["freeOfCharge", "REFUSED"],
    fees: ["fees", "UNKNOWN"],
    costOptions: ["costOptions", "EMPTY"],
    requiredDocuments: ["requiredDocuments", "EMPTY"],
    languages: ["languages", "EMPTY"],
    serviceAreas: ["serviceAreaCodes", "EMPTY"],
    channels: ["channels", "EMPTY"],
    contacts: ["contacts", "EMPTY"],
    phones: ["phones", "EMPTY"],
    externalIdentifiers: ["externalIdentifiers", "EMPTY"],
    url: ["url", "UNKNOWN"],
  },
  mergeable: true,
});
