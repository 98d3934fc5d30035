import * as z from "zod";
import { column } from "./cell.schema";
import { localizedText } from "./definition.schema";
import { words } from "./value.schema";

/** A text in both languages that the word of a column decides. */
export const wordedText = z
  .strictObject({ column, texts: words(localizedText.nullable()) })
  .describe("A text in both languages for each word of a column.");

export type WordedText = z.infer<typeof wordedText>;
