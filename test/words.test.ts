import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { banned } from "./support/banned-words";

const root = path.resolve(__dirname, "..");
const pages = (folder: string): string[] =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".md"))
    .map((file) => `${folder}/${file}`);

/** What is checked today. `src` and the SDL follow with the next change; the change log keeps its old entries. */
const checked = ["README.md", "CONTRIBUTING.md", "SECURITY.md", "data/README.md", ...pages("docs")];

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
