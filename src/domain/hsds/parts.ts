import * as z from "zod";

/**
 * Closed forms of what the hub writes of HSDS 3.0: the fields that it has facts for, and no others. A field without a fact is
 * absent, because HSDS has no null.
 */
export const uuid = () => z.uuid();
export const words = () => z.string().min(1);
export const webAddress = () => z.url();
const day = () => words().describe("ISO 8601: a day, a month or a year, as precise as its source.");

export const taxonomyForm = z
  .strictObject({ id: uuid(), name: words(), description: z.string(), version: words().optional() })
  .meta({ id: "Taxonomy", description: "A vocabulary of the hub." });
export type HsdsTaxonomy = z.output<typeof taxonomyForm>;

export const taxonomyTermForm = z
  .strictObject({
    id: uuid(),
    code: words(),
    name: words(),
    description: z.string(),
    parent_id: uuid().optional(),
    taxonomy: words(),
    taxonomy_detail: taxonomyForm.optional(),
    language: words().optional(),
  })
  .meta({ id: "TaxonomyTerm", description: "A term of a vocabulary." });
export type HsdsTaxonomyTerm = z.output<typeof taxonomyTermForm>;

export const attributeForm = z
  .strictObject({
    id: uuid(),
    link_id: uuid(),
    taxonomy_term_id: uuid(),
    link_type: words().optional(),
    link_entity: words(),
    value: words().optional(),
    taxonomy_term: taxonomyTermForm,
  })
  .meta({
    id: "Attribute",
    description: "A term that applies to the record, or a fact that HSDS has no field for: docs/hsds.md.",
  });
export type HsdsAttribute = z.output<typeof attributeForm>;

const attributes = z.array(attributeForm).optional();

export const phoneForm = z
  .strictObject({ id: uuid(), number: words(), type: words(), description: words().optional() })
  .meta({ id: "Phone", description: "A telephone of an office, never of a person." });
export type HsdsPhone = z.output<typeof phoneForm>;

export const contactForm = z
  .strictObject({
    id: uuid(),
    name: words().optional(),
    department: words(),
    email: z.email().optional(),
    phones: z.array(phoneForm).optional(),
    attributes,
  })
  .meta({ id: "Contact", description: "An office or a function; a person only with a legal basis." });
export type HsdsContact = z.output<typeof contactForm>;

export const scheduleForm = z
  .strictObject({
    id: uuid(),
    valid_from: day().optional(),
    valid_to: day().optional(),
    timezone: z.number().optional(),
    freq: z.literal("WEEKLY").optional(),
    byday: words().optional(),
    description: words().optional(),
    opens_at: words().optional(),
    closes_at: words().optional(),
    attributes,
  })
  .meta({
    id: "Schedule",
    description:
      "Weekly hours on the local clock (RFC 5545). Without freq: words of a source that are not understood.",
  });
export type HsdsSchedule = z.output<typeof scheduleForm>;

export const addressForm = z
  .strictObject({
    id: uuid(),
    address_1: words(),
    city: words(),
    state_province: z.string(),
    postal_code: z.string(),
    country: words(),
    address_type: z.enum(["physical", "postal", "virtual"]),
  })
  .meta({
    id: "Address",
    description: "An address. An empty text is unknown: the schema demands the field.",
  });
export type HsdsAddress = z.output<typeof addressForm>;

export const accessibilityForm = z
  .strictObject({ id: uuid(), description: words(), details: words().optional() })
  .meta({ id: "Accessibility", description: "Access for people with disabilities." });
export type HsdsAccessibility = z.output<typeof accessibilityForm>;

export const languageForm = z
  .strictObject({ id: uuid(), name: words(), code: words() })
  .meta({ id: "Language", description: "A language in which a service is given." });
export type HsdsLanguage = z.output<typeof languageForm>;

export const costOptionForm = z
  .strictObject({
    id: uuid(),
    valid_from: day().optional(),
    valid_to: day().optional(),
    option: words(),
    currency: words().optional(),
    amount: z.number().optional(),
  })
  .meta({ id: "CostOption", description: "A price." });
export type HsdsCostOption = z.output<typeof costOptionForm>;

export const requiredDocumentForm = z
  .strictObject({ id: uuid(), document: words() })
  .meta({ id: "RequiredDocument", description: "A document to bring." });
export type HsdsRequiredDocument = z.output<typeof requiredDocumentForm>;

export const serviceAreaForm = z
  .strictObject({ id: uuid(), name: words(), description: words().optional() })
  .meta({ id: "ServiceArea", description: "An area that a service is for." });
export type HsdsServiceArea = z.output<typeof serviceAreaForm>;

export const organizationIdentifierForm = z
  .strictObject({ id: uuid(), identifier_scheme: words(), identifier_type: words(), identifier: words() })
  .meta({ id: "OrganizationIdentifier", description: "A key of another register." });
