import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { parseSync } from "@swc/core";
import areas from "../data/areas.json";
import centres from "../data/centres.json";

/**
 * No code knows Milan: what is Milan's is data, a mapping file, or code in `cities/milano`. Strings, templates, patterns, JSX
 * and identifiers of `src` and `infra` are checked; comments are not, because the parser leaves them out.
 *
 * A text may name Milan only in an example, which is recognised in one of two ways:
 * - it says so before the name ("for example", "such as", "as in", "per esempio", "come" after a noun in Italian);
 * - it is the example of a code that `byCode` and `byCodeAsOf` print into the description of a query.
 * First queries of the playground and its examples are data: `data/playground` and `schema/examples`.
 */
const root = path.resolve(__dirname, "..");

/** Codes, and words that only Milan has. */
const words =
  /milan|15146|\bnil\b|(?<![a-z])nil(?=[A-Z])|Nil(?![a-z])|\bds\d{2,4}\b|municipi[oi](?![a-z])|we-?mi(?![a-z])|\bcsrc\b|cas[ae].di.quartiere|over[-.]net|f205|ambros|ticinese/i;
/** A word in capitals: cam is a part of camera. */
const upperCase = /\bCAM\b/;

const titled = (name: string): string =>
  name.toLowerCase().replace(/(?<![\p{L}])\p{L}/gu, (letter) => letter.toUpperCase());
const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
const spelled = [...areas, ...centres]
  .flatMap(({ name }) => name.split(/ - |\s*[()]\s*/))
  .filter((name) => name.length > 4)
  .flatMap((name) => [name, titled(name), name.toUpperCase()]);
/** Neighbourhoods and the centres of the strategy, as names are written: words of the Italian language are small. */
const names = new RegExp(`(?<![\\p{L}])(?:${[...new Set(spelled)].map(escaped).join("|")})(?![\\p{L}])`, "u");

const example = /for example|such as|as in|per esempio|codici come/i;

/** What is left of a text without its examples: a text ends its example with a full stop and a new sentence. */
const withoutExamples = (text: string): string =>
  text
    .split(/(?<=[.;:])\s+(?=[A-ZÀ-Ý])/)
    .map((sentence) => {
      const found = example.exec(sentence);
      return found === null ? sentence : sentence.slice(0, found.index);
    })
    .join(" ");

const namesMilan = (text: string): boolean => words.test(text) || upperCase.test(text) || names.test(text);

interface Node {
  readonly type?: string;
  readonly [part: string]: unknown;
}

/** Strings and names of a file, without the examples of `byCode`. */
function textsIn(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [];
  if (Array.isArray(value)) return value.flatMap(textsIn);
  const node = value as Node;
  switch (node.type) {
    case "StringLiteral":
    case "Identifier":
    case "JSXText":
      return [String(node.value)];
    case "TemplateElement":
      return [String(node.raw)];
    case "RegExpLiteral":
      return [String(node.pattern)];
    case "CallExpression": {
      const callee = node.callee as { readonly property?: { readonly value?: string } };
      const given = node.arguments as readonly unknown[];
      const hasExample = /^byCode(?:AsOf)?$/.test(callee.property?.value ?? "");
      return [...textsIn(node.callee), ...(hasExample ? given.slice(0, -1) : given).flatMap(textsIn)];
    }
    default:
      return Object.values(node).flatMap(textsIn);
  }
}

const textsOfCode = (text: string, file = "a.ts"): string[] =>
  textsIn(parseSync(text, { syntax: "typescript", tsx: file.endsWith("x"), decorators: true }));

const filesUnder = (folder: string): string[] =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name) && !name.endsWith(".d.ts"))
    .map((name) => path.join(folder, name));

const isForbidden = (text: string): boolean => namesMilan(withoutExamples(text));

test("no string, pattern or name in the code is about Milan", () => {
  const found = [...filesUnder("src"), ...filesUnder("infra")].flatMap((file) =>
    textsOfCode(readFileSync(path.join(root, file), "utf8"), file)
      .filter(isForbidden)
      .map((text) => `${file}: ${text.slice(0, 120)}`),
  );
  expect([...new Set(found)]).toEqual([]);
});

test.each([
  ['const city = "comune:015146";', true],
  ["const nilCode = 1;", true],
  ["const codeOfNil = 1;", true],
  ['import { x } from "./milano";', true],
  ["const pattern = /^15146\\d{7}$/;", true],
  ["const text = `Il Municipio`;", true],
  ['const kinds = ["CAM"];', true],
  ['const place = "Stadera";', true],
  ['list("DUOMO");', true],
  ['describe("Code of an area, for example nil:42.");', false],
  ['describe("Code, for example nil:42. Only for Milan.");', true],
  ["// The NIL of Milan\nconst areas = 1;", false],
  ['toArea.byCodeAsOf("Area", "area", "nil:42");', false],
  ['toArea.byName("Area", "area", "nil:42");', true],
  ['const camera = "camera"; const island = "isola monte";', false],
])("%s: found %s", (code, found) => {
  expect(textsOfCode(code).some(isForbidden)).toBe(found);
});
