import * as z from "zod";
import {
  accessibilityForm,
  addressForm,
  attributeForm,
  contactForm,
  costOptionForm,
  languageForm,
  organizationIdentifierForm,
  phoneForm,
  requiredDocumentForm,
  scheduleForm,
  serviceAreaForm,
  uuid,
  webAddress,
  words,
} from "./parts";

const attributes = z.array(attributeForm).optional();
const phones = z.array(phoneForm).optional();
const schedules = z.array(scheduleForm).optional();

/** Fields that lists have too: no nested rows. */
const organizationFields = {
  id: uuid(),
  name: words(),
  alternate_name: words().optional(),
  description: words(),
  email: z.email().optional(),
  website: webAddress().optional(),
  legal_status: words().optional(),
  parent_organization_id: uuid().optional(),
};

export const organizationBasicForm = z
  .strictObject(organizationFields)
  .meta({ id: "OrganizationBasic", description: "An organisation as in lists." });
export type HsdsOrganizationBasic = z.output<typeof organizationBasicForm>;

export const organizationForm = z
  .strictObject({
    ...organizationFields,
    phones,
    organization_identifiers: z.array(organizationIdentifierForm).optional(),
    attributes,
  })
  .meta({ id: "Organization", description: "An organisation with everything nested." });
export type HsdsOrganization = z.output<typeof organizationForm>;

const locationFields = {
  id: uuid(),
  location_type: z.enum(["physical", "postal", "virtual"]),
  organization_id: uuid().optional(),
  name: words(),
  alternate_name: words().optional(),
  description: words().optional(),
  transportation: words().optional(),
  latitude: z.number().optional(),
  longitude: z.number().optional(),
  external_identifier: words().optional(),
  external_identifier_type: words().optional(),
};

export const locationBasicForm = z
  .strictObject(locationFields)
  .meta({ id: "LocationBasic", description: "A place as in lists." });
export type HsdsLocationBasic = z.output<typeof locationBasicForm>;

export const locationForm = z
  .strictObject({
    ...locationFields,
    addresses: z.array(addressForm).optional(),
    accessibility: z.array(accessibilityForm).optional(),
    schedules,
    attributes,
  })
  .meta({ id: "Location", description: "A place with everything nested." });
export type HsdsLocation = z.output<typeof locationForm>;

const serviceFields = {
  id: uuid(),
  organization_id: uuid().optional(),
  name: words(),
  alternate_name: words().optional(),
  description: words().optional(),
  url: webAddress().optional(),
  email: z.email().optional(),
  status: z.enum(["active", "inactive", "defunct", "temporarily closed"]),
  application_process: words().optional(),
  fees_description: words().optional(),
  eligibility_description: words().optional(),
  minimum_age: z.number().optional(),
  maximum_age: z.number().optional(),
  assured_date: words().optional(),
  alert: words().optional(),
  last_modified: z.iso.datetime().optional(),
};

export const serviceBasicForm = z
  .strictObject({ ...serviceFields, organization: organizationBasicForm.optional() })
  .meta({ id: "ServiceBasic", description: "A service as in lists." });
export type HsdsServiceBasic = z.output<typeof serviceBasicForm>;

const serviceAtLocationFields = {
  id: uuid(),
  service_id: uuid(),
  location_id: uuid(),
  description: words().optional(),
};

export const serviceAtLocationBasicForm = z
  .strictObject({ ...serviceAtLocationFields, location: locationBasicForm, service: serviceBasicForm })
  .meta({ id: "ServiceAtLocationBasic", description: "A service at one place as in lists." });
export type HsdsServiceAtLocationBasic = z.output<typeof serviceAtLocationBasicForm>;

const atPlace = { ...serviceAtLocationFields, phones, schedules, attributes, location: locationForm };

/** Within its service. */
const nestedServiceAtLocationForm = z
  .strictObject(atPlace)
  .meta({ id: "NestedServiceAtLocation", description: "A service at one place, within the service." });
export type HsdsNestedServiceAtLocation = z.output<typeof nestedServiceAtLocationForm>;

export const serviceForm = z
  .strictObject({
    ...serviceFields,
    phones,
    schedules,
    service_areas: z.array(serviceAreaForm).optional(),
    service_at_locations: z.array(nestedServiceAtLocationForm).optional(),
    languages: z.array(languageForm).optional(),
    organization: organizationForm.optional(),
    cost_options: z.array(costOptionForm).optional(),
    required_documents: z.array(requiredDocumentForm).optional(),
    contacts: z.array(contactForm).optional(),
    attributes,
  })
  .meta({ id: "Service", description: "A service with everything nested." });
export type HsdsService = z.output<typeof serviceForm>;

export const serviceAtLocationForm = z
  .strictObject({ ...atPlace, service: serviceBasicForm })
  .meta({ id: "ServiceAtLocation", description: "A service at one place with everything nested." });
export type HsdsServiceAtLocation = z.output<typeof serviceAtLocationForm>;

/** For a client that only looks for changes. */
export const minimalForm = z
  .strictObject({ id: uuid(), last_modified: z.iso.datetime() })
  .meta({ id: "Minimal", description: "An id, and when the hub last wrote the record." });
export type HsdsMinimal = z.output<typeof minimalForm>;
