import * as z from "zod";
import { legalBases } from "../../domain/kit/contact";
import { type Service, serviceRecord } from "../../domain/services/service";
import { few } from "./cell.schema";
import { citationsSchema } from "./citation.schema";
import { plainFields } from "./plain-fields";
import { hours, when } from "./row.schema";
import { code } from "./source.schema";
import { choiceValue, listValue, localizedValue, numberValue, textValue } from "./value.schema";

/** Fields of a service for which a mapping file has words of its own. */
export const serviceOthers = ["openingHoursText"] as const satisfies readonly (keyof Service)[];

export const service = z
  .strictObject({
    type: z.literal("service"),
    when,
    name: localizedValue.describe("Name of the service."),
    organization: choiceValue(code)
      .optional()
      .describe("Code of the responsible organisation: of the hub or defined under organizations."),
    ...plainFields(serviceRecord, serviceOthers),
    careDomains: listValue.optional().describe("Care domains."),
    targetGroups: listValue.optional().describe("Codes of terms of the taxonomy target-group."),
    serviceTypes: listValue.optional().describe("Codes of terms of the city's own taxonomy of services."),
    serviceAreas: listValue.optional().describe("Codes of the areas that the service is for."),
    channels: listValue.optional().describe("Channels of access."),
    languages: listValue.optional().describe("Languages, BCP 47."),
    minimumAge: numberValue.optional().describe("Years, included."),
    maximumAge: numberValue.optional().describe("Years, included."),
    freeOfCharge: choiceValue(z.enum(["NO", "UNKNOWN", "YES"])).optional(),
    requiredDocuments: few(localizedValue).describe("Required documents."),
    phones: listValue.optional(),
    email: textValue.optional().describe("Address of the office of the service."),
    contactPerson: textValue
      .optional()
      .describe("Name of the person who answers for the office: imported only with legalBasis."),
    legalBasis: z
      .enum(legalBases)
      .optional()
      .describe("Legal basis on which the publisher publishes these names: GDPR, Article 6(1)."),
    hours: hours.optional(),
    atCentre: z.literal(true).optional().describe("It is offered at the centre of the same row."),
    citations: citationsSchema,
  })
  .describe("A service of its own. It needs key.");

export type ServiceMapping = z.infer<typeof service>;
