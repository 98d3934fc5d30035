import * as z from "zod";
import { few } from "./cell.schema";
import { dateValue } from "./date.schema";
import { textValue } from "./value.schema";

export const oneCitation = z.strictObject({
  url: textValue.describe("Address of the page; a row without one has no citation."),
  title: textValue.optional().describe("Title of the page."),
  publishedOn: dateValue.optional().describe("Date of the page."),
  seenOn: dateValue.optional().describe("When somebody read it."),
});

export const citationsSchema = few(oneCitation).describe(
  "Pages from which the row has its facts, beside the source of the whole file.",
);

export type CitationsMapping = z.infer<typeof citationsSchema>;
