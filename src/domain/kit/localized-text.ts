import type * as z from "zod";
import { group, text } from "./field";
import { checks } from "./messages/en/checks";

/** Text for users. Italian is the official text and required; `en` is `null` until it is translated. */
export type LocalizedText = z.output<ReturnType<typeof localizedText>>;

export const localizedText = () =>
  group({ it: text(checks.localizedItalian), en: text(checks.localizedEnglish).nullable() });
