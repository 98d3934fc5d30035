import type * as z from "zod";
import { group, text } from "./field";
import { checks } from "./messages/en/checks";

/** Text that people read. Italian is always there (it is the official text); `en` is `null` until somebody translates it. */
export type LocalizedText = z.output<ReturnType<typeof localizedText>>;

export const localizedText = () =>
  group({ it: text(checks.localizedItalian), en: text(checks.localizedEnglish).nullable() });
