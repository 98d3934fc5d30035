import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { parse, visit } from "graphql";
import { isBanned } from "./support/banned-words";

/** Folders with checked comments and texts: one entry adds a folder. */
const folders = ["cities", "infra", "src", "test"];

/** Files with the words themselves. */
const exempt = ["test/support/banned-words.ts", "test/words-of-code.test.ts"];

/** Texts in tests that are quotations: of Apollo, a web page, a search and the demonstration. */
const isQuotation = (text: string): boolean =>
  /POST body|<(?:office:)?body>|^"neighbourhood houses"$|^"DEMO: /.test(text);

const root = path.resolve(__dirname, "..");
const read = (file: string): string => readFileSync(path.join(root, file), "utf8");
const files = folders
  .flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" })
      .filter((file) => /\.tsx?$/.test(file))
      .map((file) => `${folder}/${file}`),
  )
  .filter((file) => !exempt.includes(file));

/** Regular expressions are skipped, because they can contain quotation marks. */
const regularExpression = /(?<=[=(,:!&|?[;{]\s*)\/(?![*/])(?:\\.|\[(?:\\.|[^\]\\])*\]|[^/\\\n])+\//;
const commentOrText = /\/\*[\s\S]*?\*\/|\/\/[^\n]*|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`/;
const tokens = new RegExp(`${regularExpression.source}|(${commentOrText.source})`, "g");

/** Comments and texts of a file. A text without a space is a name, and words in backticks are code. */
const texts = (code: string): string[] =>
  [...code.matchAll(tokens)]
    .flatMap(([, text]) => (text !== undefined && /\s/.test(text) ? [text] : []))
    .map((text) =>
      text.startsWith("`") ? text.replace(/\$\{[^}]*\}/g, "…") : text.replace(/`[^`\n]+`/g, "…"),
    );

/** Descriptions of the SDL by element, such as `Type.field.argument`. */
function descriptions(): (readonly [element: string, text: string])[] {
  const found: (readonly [string, string])[] = [];
  const names: string[] = [];
  visit(parse(read("schema/schema.graphql")), {
    enter: (node) => {
      if (!node.kind.endsWith("Definition") || !("name" in node)) return;
      names.push(node.name?.kind === "Name" ? node.name.value : "");
      if ("description" in node && node.description) found.push([names.join("."), node.description.value]);
    },
    leave: (node) => {
      if (node.kind.endsWith("Definition") && "name" in node) names.pop();
    },
  });
  return found;
}

test("comments and texts of the code are in plain English", () => {
  const found = files.flatMap((file) =>
    texts(read(file))
      .filter((text) => isBanned(text) && !(file.startsWith("test/") && isQuotation(text)))
      .map((text) => `${file}: ${text}`),
  );
  expect(found).toEqual([]);
});

test("descriptions of the SDL are in plain English", () => {
  const found = descriptions().filter(([, text]) => isBanned(text.replace(/`[^`]+`/g, "…")));
  expect(found).toEqual([]);
});

test("no sentence of a description has more than 25 words", () => {
  const long = descriptions().flatMap(([element, text]) =>
    text
      .split(/(?<=[.?!])\s+(?=[A-Z0-9`])/)
      .filter((sentence) => sentence.split(/\s+/).length > 25)
      .map((sentence) => `${element}: ${sentence}`),
  );
  expect(long).toEqual([]);
});

test("the check finds comments and texts, and skips code", () => {
  const code = [
    'const told = /a "body"/.test(x); // told why',
    "const a = `made $" + '{told} anew`; f("body", "a body");',
    "/* it has not, or */",
  ].join("\n");
  expect(texts(code)).toEqual(["// told why", "`made … anew`", '"a body"', "/* it has not, or */"]);
});
