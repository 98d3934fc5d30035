import * as z from "zod";
import { HubError } from "../../domain/kit/errors";
import { limits } from "../../domain/kit/limits";
import type { HsdsNeed } from "../../domain/kit/messages/en/errors";
import type { HsdsFilter } from "../../queries/hsds/filters";

/** Rows of one answer. */
export const hsdsLimits = {
  perPage: { usual: 50, largest: 100 },
  /** Ids and instants only. */
  minimal: 10_000,
  /** Without pages, by form. */
  whole: { BASIC: 2_000, FULL: 500 },
} as const;

const flag = (description: string) =>
  z
    .enum(["true", "false"])
    .optional()
    .meta({ description: `${description} Default false.` });
const id = (description: string) => z.uuid().optional().meta({ description });
const count = (largest: number, description: string) =>
  z.coerce.number().int().min(1).max(largest).optional().meta({ description });

/** Every parameter of the lists, with what it must be. */
const parameters = {
  search: z
    .string()
    .optional()
    .meta({ description: "Words, in Italian or English; the best results come first." }),
  page: count(1_000_000, "Number of the page, from 1."),
  per_page: count(
    hsdsLimits.minimal,
    `Rows of a page: ${hsdsLimits.perPage.usual} by default, at most ${hsdsLimits.perPage.largest}; with minimal at most ${hsdsLimits.minimal}, which is then the default.`,
  ),
  format: z
    .enum(["json", "ndjson"])
    .optional()
    .meta({
      description: `ndjson answers all rows without pages, one a line: at most ${hsdsLimits.whole.BASIC}, with full ${hsdsLimits.whole.FULL}. Larger sets are files under /exports/.`,
    }),
  full: flag("Rows with everything nested."),
  minimal: flag("Only id and last_modified."),
  modified_after: z
    .union([z.iso.date(), z.iso.datetime({ offset: true })])
    .optional()
    .meta({ description: "Rows whose own record the hub wrote at this day or instant, or later." }),
  organization_id: id("Of this organisation: that is responsible for the service, or manages the place."),
  taxonomy_id: id("With any term of this taxonomy."),
  taxonomy_term_id: id("With this term."),
  service_id: id("Of this service. An addition of the hub."),
  location_id: id("At this place. An addition of the hub."),
  parent_id: id("Under this term."),
  top_only: flag("Only terms without a term above them."),
  postcode: z.string().min(1).optional().meta({ description: "Postal code of the place." }),
  proximity: count(
    limits.searchRadiusMetres.largest,
    "Metres around the middle of the places with the postcode, instead of the postcode itself.",
  ),
  full_service: flag("Not offered: the services of an organisation are in /services?organization_id=."),
} as const;
export type ParameterName = keyof typeof parameters;

const needs: Readonly<Record<ParameterName, HsdsNeed>> = {
  ...{ search: "text", page: "page", per_page: "perPage", format: "format", full: "boolean" },
  ...{ minimal: "boolean", modified_after: "instant", organization_id: "uuid", taxonomy_id: "uuid" },
  ...{ taxonomy_term_id: "uuid", service_id: "uuid", location_id: "uuid", parent_id: "uuid" },
  ...{ top_only: "boolean", postcode: "text", proximity: "metres", full_service: "boolean" },
};

type Parameters = { readonly [N in ParameterName]?: z.output<(typeof parameters)[N]> };

/** The query string of a list with some of the parameters; no other ones are allowed. */
export const queryOf = (names: readonly ParameterName[]) =>
  z.strictObject(Object.fromEntries(names.map((name) => [name, parameters[name]])));

/** What a list is asked for. */
export interface ListRequest {
  readonly filter: HsdsFilter;
  readonly form: "BASIC" | "FULL" | "MINIMAL";
  readonly isWhole: boolean;
  readonly page: number;
  readonly perPage: number;
}

/** @throws HubError BAD_USER_INPUT for parameters that do not go together. */
export function listRequestOf(given: Parameters): ListRequest {
  const isMinimal = given.minimal === "true";
  const most = isMinimal ? hsdsLimits.minimal : hsdsLimits.perPage.largest;
  const perPage = given.per_page ?? (isMinimal ? most : hsdsLimits.perPage.usual);
  if (perPage > most) throw refused("per_page", perPage, "perPage");
  if (given.proximity !== undefined && given.postcode === undefined)
    throw refused("proximity", given.proximity, "withPostcode");
  if (given.full_service === "true") throw refused("full_service", "true", "nested");
  return {
    form: isMinimal ? "MINIMAL" : given.full === "true" ? "FULL" : "BASIC",
    isWhole: given.format === "ndjson",
    page: given.page ?? 1,
    perPage,
    filter: {
      search: given.search,
      modifiedAfter: given.modified_after === undefined ? undefined : new Date(given.modified_after),
      organizationId: given.organization_id,
      taxonomyId: given.taxonomy_id,
      taxonomyTermId: given.taxonomy_term_id,
      serviceId: given.service_id,
      locationId: given.location_id,
      parentId: given.parent_id,
      topOnly: given.top_only === "true",
      postcode: given.postcode,
      proximity: given.proximity,
    },
  };
}

const refused = (name: string, value: unknown, need: HsdsNeed): HubError =>
  new HubError("BAD_USER_INPUT", "hsdsParameter", { name, value: String(value), need }, { where: name });

/** The first fault of a query string or path, as an error of the hub. */
export function faultOf(error: z.ZodError, given: Readonly<Record<string, unknown>>): HubError {
  const [issue] = error.issues;
  const unknown = issue?.code === "unrecognized_keys" ? issue.keys[0] : undefined;
  const name = unknown ?? String(issue?.path[0] ?? "");
  const isMinimal = name === "per_page" && given.minimal === "true";
  const need = isMinimal ? "perPageMinimal" : (needs as Readonly<Record<string, HsdsNeed>>)[name];
  return refused(name, given[name] ?? "", unknown === undefined ? (need ?? "uuid") : "unknown");
}
