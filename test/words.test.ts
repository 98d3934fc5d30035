import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

const root = path.resolve(__dirname, "..");
const pages = (folder: string): string[] =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".md"))
    .map((file) => `${folder}/${file}`);

/** What is checked today. `src` and the SDL follow with the next change; the change log keeps its old entries. */
const checked = ["README.md", "CONTRIBUTING.md", "SECURITY.md", "data/README.md", ...pages("docs")];

/** The dialect, and in the comment what to write. A body of an HTTP request and the name of a health house stay. */
const banned: readonly RegExp[] = [
  /\b(tells?|telling|told)\b/i, // reports, says, shows, warns
  /\banew\b/i, // again; rebuilt
  /\bmend(s|ed|ing)?\b/i, // fix, correct
  /\bmade[- ]up\b/i, // synthetic
  /\b(withh[eo]ld|h[eo]lds?[- ]back)\b/i, // suppressed
  /(?<!request )\bbod(y|ies)\b(?! limit)/i, // organisation
  /(?<!health |-)\bhouses?\b/i, // neighbourhood centre (Casa di Quartiere)
  /\bfor ever\b/i, // permanently, with no expiry
  /\b(of|for|to|by|from) whom\b/i, // two sentences
  /, of which\b/i, // two sentences
  /\brefused by name\b/i, // rejected with an error that names it
  /\b(has|have) not(?=[,.;:)])/i, // does not have
  /\bwho (asks|corrects)\b/i, // the caller, the editor
  /\btak(en?|es|ing) over\b/i, // imported
  /\bwhere (is )?nobody\b/i, // combinations without a named partner
  /\btenths?\b/i, // decile
  /\bwhether it works\b/i, // operational status
  /\bturned round\b/i, // reversed
  /\b(is|are|was|were|stays?) in force\b/i, // current
];

/** The prose of a page, without code and addresses. */
const prose = (page: string): string[] =>
  page.replace(/```[\s\S]*?```|`[^`\n]+`|\]\([^)]*\)/g, "").split("\n");

const lines = checked.map((file) => ({ file, text: readFileSync(path.join(root, file), "utf8") }));

test("the documents are in plain English", () => {
  const found = lines.flatMap(({ file, text }) =>
    prose(text)
      .filter((line) => banned.some((word) => word.test(line)))
      .map((line) => `${file}: ${line}`),
  );
  expect(found).toEqual([]);
});

test("no line of a table is wider than 160 characters", () => {
  const wide = lines.flatMap(({ file, text }) =>
    text
      .split("\n")
      .filter((line) => line.startsWith("|") && line.length > 160)
      .map((line) => `${file}: ${line}`),
  );
  expect(wide).toEqual([]);
});
