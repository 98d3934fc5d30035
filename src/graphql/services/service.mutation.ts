import { editMutations, mergeMutation } from "../kit/edit-mutations";
import { ServiceType } from "./service.type";
import { ServiceFieldsInput } from "./service-edit.input";

const named = { type: "service", name: "Service", field: "service", noun: "service" } as const;

const { resolver, payload } = editMutations<"service", ServiceFieldsInput>({
  ...named,
  node: () => ServiceType,
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
  before: (code, { loaders }) => loaders.service.load(code),
});

export const ServiceMutationResolver = resolver;
export const ServiceMergeResolver = mergeMutation(named, payload);
