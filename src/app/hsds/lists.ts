import { taxonomyForm, taxonomyTermForm } from "../../domain/hsds/parts";
import {
  locationBasicForm,
  locationForm,
  organizationBasicForm,
  organizationForm,
  serviceAtLocationBasicForm,
  serviceAtLocationForm,
  serviceBasicForm,
  serviceForm,
} from "../../domain/hsds/rows";
import type { HsdsTable } from "../../storage/documents/hsds.repository";
import type { ParameterName } from "./query";

/** The lists of the API: the rows that they answer, and their parameters. */
export const hsdsLists = {
  services: {
    table: "service",
    name: "service",
    basic: serviceBasicForm,
    full: serviceForm,
    parameters: [
      ...["search", "page", "per_page", "format", "full", "minimal", "modified_after"],
      ...["taxonomy_term_id", "taxonomy_id", "organization_id"],
    ],
  },
  organizations: {
    table: "organization",
    name: "organisation",
    basic: organizationBasicForm,
    full: organizationForm,
    parameters: [
      ...["search", "page", "per_page", "format", "full", "minimal", "modified_after"],
      "full_service",
    ],
  },
  locations: {
    table: "location",
    name: "place",
    basic: locationBasicForm,
    full: locationForm,
    parameters: [
      ...["search", "page", "per_page", "format", "full", "minimal", "modified_after"],
      ...["organization_id", "postcode", "proximity"],
    ],
  },
  service_at_locations: {
    table: "service_at_location",
    name: "service at one place",
    basic: serviceAtLocationBasicForm,
    full: serviceAtLocationForm,
    parameters: [
      ...["search", "page", "per_page", "format", "full", "minimal", "modified_after"],
      ...["taxonomy_term_id", "taxonomy_id", "organization_id", "service_id", "location_id"],
      ...["postcode", "proximity"],
    ],
  },
  taxonomies: {
    table: "taxonomy",
    name: "taxonomy",
    basic: taxonomyForm,
    full: taxonomyForm,
    parameters: ["search", "page", "per_page", "format"],
  },
  taxonomy_terms: {
    table: "taxonomy_term",
    name: "term",
    basic: taxonomyTermForm,
    full: taxonomyTermForm,
    parameters: ["search", "page", "per_page", "format", "taxonomy_id", "parent_id", "top_only"],
  },
} as const satisfies Readonly<
  Record<
    string,
    { readonly table: HsdsTable | "taxonomy"; readonly parameters: readonly string[] } & Record<
      "basic" | "full" | "name",
      unknown
    >
  >
>;

export type HsdsListName = keyof typeof hsdsLists;
export const hsdsListNames = Object.keys(hsdsLists) as HsdsListName[];

export const parametersOf = (name: HsdsListName): readonly ParameterName[] =>
  hsdsLists[name].parameters as readonly string[] as readonly ParameterName[];
