import { readFileSync } from "node:fs";
import path from "node:path";
import * as z from "zod/mini";
import { HubError } from "../../domain/kit/errors";

const text = z.string().check(z.regex(/\S/));
const localized = z.strictObject({ it: text, en: text });

const settings = z.strictObject({
  title: localized,
  description: localized,
  /** Who runs the hub. An Italian administration takes its code in the register IPA as identifier. */
  publisher: z.strictObject({ identifier: text, name: localized }),
  /** Whom users write to. */
  contact: z.strictObject({ name: localized, email: z.email() }),
  /** URI of the place that the data is about. */
  spatial: z.url(),
  /** Codes of the EU list of data themes. */
  themes: z.array(z.string().check(z.regex(/^[A-Z]{4}$/))).check(z.minLength(1)),
});

/** What a catalogue says of those who publish it: configuration of a hub, beside its data. */
export type CatalogueSettings = z.infer<typeof settings>;

const fileName = path.join("catalogue", "settings.json");

/**
 * The settings in the last of some folders that has them.
 * @throws HubError BAD_USER_INPUT that names what is wrong in the file.
 */
export function readCatalogueSettings(folders: readonly string[]): CatalogueSettings | null {
  for (const folder of [...folders].reverse()) {
    const file = path.join(folder, fileName);
    const found = textOf(file);
    if (found === null) continue;
    const parsed = settings.safeParse(jsonOf(found));
    if (parsed.success) return parsed.data;
    const problems = parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
    throw new HubError("BAD_USER_INPUT", "catalogue", { file, problems: problems.join("; ") });
  }
  return null;
}

function textOf(file: string): string | null {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return null;
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
