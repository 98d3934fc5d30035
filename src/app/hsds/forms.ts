import * as z from "zod";
import { minimalForm } from "../../domain/hsds/rows";
import { problemCodes } from "../problem-of";
import { type HsdsListName, hsdsLists } from "./lists";

/** What an error says. */
export const problemForm = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.enum(problemCodes),
    detail: z.string(),
    detailIt: z.string(),
    hint: z.string(),
    hintIt: z.string(),
    where: z.string().optional(),
  })
  .meta({ id: "Problem", description: "An error: what is wrong, where, and how to go on (RFC 9457)." });

/** The root of the API. */
export const metadataForm = z
  .strictObject({ version: z.literal("3.0"), profile: z.url(), openapi_url: z.url() })
  .meta({ id: "ApiMetadata", description: "The version of HSDS, and where this API is described." });

const pageFields = {
  total_items: z.int().min(0).meta({ description: "Rows of all pages." }),
  total_pages: z.int().min(0),
  page_number: z.int().min(1),
  size: z.int().min(0).meta({ description: "Rows of this page." }),
  first_page: z.boolean(),
  last_page: z.boolean(),
  empty: z.boolean(),
};

/** A page without a look at its rows. */
export const anyPageForm = z.strictObject({ ...pageFields, contents: z.array(z.unknown()) });

const titleOf = (name: HsdsListName): string =>
  name.replaceAll(/(?:^|_)([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** A page of a list. */
export function pageForm(name: HsdsListName) {
  const { basic, full } = hsdsLists[name];
  const rows: z.ZodType[] = [basic];
  if ((full as z.ZodType) !== basic) rows.push(full);
  if ((hsdsLists[name].parameters as readonly string[]).includes("minimal")) rows.push(minimalForm);
  return z
    .strictObject({ ...pageFields, contents: z.array(rows.length === 1 ? rows[0]! : z.union(rows)) })
    .meta({ id: `PageOf${titleOf(name)}`, description: "A page of rows." });
}
