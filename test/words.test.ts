import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { qualityRules } from "../src/domain/quality/quality-rule";
import { isBanned } from "./support/banned-words";

const root = path.resolve(__dirname, "..");
const pages = (folder: string): string[] =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".md"))
    .map((file) => `${folder}/${file}`);

/** The checked documents. The change log keeps its old entries; `words-of-code.test.ts` checks code and SDL. */
const checked = ["README.md", "CONTRIBUTING.md", "SECURITY.md", "data/README.md", ...pages("docs")];

/** Words of `src`, which its own change rewrites. */
const ruleTexts = Object.values(qualityRules)
  .flatMap(({ meaning, remedy }) => [meaning.en, meaning.it, remedy.en])
  .filter((text) => text !== null);

/** The prose of a page, without code, addresses and the texts of the rules. */
const prose = (page: string): string[] =>
  ruleTexts
    .reduce((text, rule) => text.replaceAll(`| ${rule} `, "| "), page)
    .replace(/```[\s\S]*?```|`[^`\n]+`|\]\([^)]*\)/g, "")
    .split("\n");

const lines = checked.map((file) => ({ file, text: readFileSync(path.join(root, file), "utf8") }));

test("the documents are in plain English", () => {
  const found = lines.flatMap(({ file, text }) =>
    prose(text)
      .filter(isBanned)
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
