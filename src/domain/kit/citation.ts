import * as z from "zod";
import { distinct, group, optional, partialDate, url } from "./field";

export const citation = group({
  /** Address of the page that states the facts. */
  url: url(),
  /** As the page calls itself, with its publisher. */
  title: optional(z.string()),
  /** `null` for a page without a date. */
  publishedOn: optional(partialDate()),
  /** When somebody read it for the source. */
  seenOn: optional(partialDate()),
});

/** A page from which a source took the facts of one record, beside the source of the whole file. */
export type Citation = z.output<typeof citation>;

/** Each page once. */
export const citations = () => distinct(citation, ({ url }) => url);
