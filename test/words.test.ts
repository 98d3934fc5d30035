import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { isBanned } from "./support/banned-words";

const root = path.resolve(__dirname, "..");
const pages = (folder: string): string[] =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".md"))
    .map((file) => `${folder}/${file}`);

/** The checked documents. The change log keeps its old entries; `words-of-code.test.ts` checks code and SDL. */
const checked = [
  "README.md",
  "README.it.md",
  "CONTRIBUTING.md",
  "SECURITY.md",
  "data/README.md",
  ...pages("docs"),
];

/** The prose of a page, without code and addresses. */
const prose = (page: string): string[] =>
  page.replace(/```[\s\S]*?```|`[^`\n]+`|\]\([^)]*\)/g, "").split("\n");

const lines = checked.map((file) => ({ file, text: readFileSync(path.join(root, file), "utf8") }));

test("the documents are in plain English", () => {
  const found = lines.flatMap(({ file, text }) =>
    prose(text)
      .filter(isBanned)
      .map((line) => `${file}: ${line}`),
  );
  expect(found).toEqual([]);
});

test("the error messages are in plain English", () => {
  const texts = readFileSync(path.join(root, "src/domain/kit/messages/en/errors.ts"), "utf8").split("\n");
  expect(texts.filter(isBanned)).toEqual([]);
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

/** Italian that no official would write. */
const bannedInItalian: readonly RegExp[] = [
  /\bNessun[ao]? \w+ vi è contat/, // il gruppo è vuoto
  /\bè di 0 persone/, // il gruppo è vuoto
  /\bogni 1000\b/, // ogni 1.000
  /\b[Tt]iene insieme\b/, // garantisce l'integrazione
  /\bAggiornata da\b/, // aggiornata 3 giorni fa
  /\bdà un bilancio\b/, // quadro finanziario
  /\bcasa che lo ospita\b/, // centro
  /\bha 1 caratteri\b/, // ha un solo carattere
  /\bclassi di reddito più basse\b/, // le classi per nome
  /["`]latitudine \S+ longitudine/, // il punto ... è fuori
  /\bsulla terra\b/, // sulla Terra
  /\bsede di Milano\b/, // azienda di Milano
  /\bche il messaggio nomina\b/, // indicati nel messaggio
  /\bnon ha nulla in questo gruppo\b/, // il gruppo è vuoto
  /\bRete di luoghi\b/, // luogo di quartiere
  /\b(the|of) [\w ]+ è \b/, // tutto in italiano
];

test("the Italian of data, answers and documents is that of an office", () => {
  const files = ["data", "docs/it"].flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" })
      .filter((file) => /\.(json|yaml|md)$/.test(file))
      .map((file) => `${folder}/${file}`),
  );
  const code = ["src/domain", "src/queries", "src/ingest"].flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".ts"))
      .map((file) => `${folder}/${file}`),
  );
  const found = [...files, ...code, "README.it.md"].flatMap((file) =>
    readFileSync(path.join(root, file), "utf8")
      .split("\n")
      .filter((line) => bannedInItalian.some((words) => words.test(line)))
      .map((line) => `${file}: ${line.trim()}`),
  );
  expect(found).toEqual([]);
});

test("the rights of the sources are in Italian and English", () => {
  const sources = JSON.parse(readFileSync(path.join(root, "data/sources.json"), "utf8")) as {
    code: string;
    rights: { it: string; en: string };
  }[];
  const english = /\b(the|of|are|and|page|article|datasets|others|official)\b/i;
  const italian = /\b(di terzi|da terzi|della|non|licenza|articolo|pagina)\b/i;
  const wrong = sources.filter(({ rights: { it, en } }) => english.test(it) || !en || italian.test(en));
  expect(wrong.map(({ code }) => code)).toEqual([]);
});
