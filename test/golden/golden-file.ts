import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

/** What one line says of one thing: a name and some facts by name. */
export interface GoldenLine {
  readonly key: string;
  readonly facts: Readonly<Record<string, Fact>>;
}

export type Fact = string | number | boolean | null | undefined | readonly Fact[];

const folder = path.join(__dirname, "expected");
const update = process.env.UPDATE_GOLDEN === "1";
const mostShown = 25;

/**
 * Compares what the hub says with the committed file, fact by fact, or rewrites the file where `UPDATE_GOLDEN=1` asks for it.
 * @throws Error that names what differs.
 */
export function expectGolden(name: string, lines: readonly GoldenLine[]): void {
  const file = path.join(folder, `${name}.txt`);
  const found = textOf(lines);
  if (update) {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, found);
    return;
  }
  const committed = existsSync(file) ? readFileSync(file, "utf8") : "";
  const all = differences(committed, found);
  if (all.length > 0) throw new Error(messageOf(name, all));
}

function messageOf(name: string, all: readonly string[]): string {
  const more = all.length > mostShown ? [`... and ${all.length - mostShown} more`] : [];
  return [
    `${all.length} differences from test/golden/expected/${name}.txt:`,
    ...all.slice(0, mostShown).map((each) => `  ${each}`),
    ...more.map((each) => `  ${each}`),
    "Not intended: the change breaks something. Intended: run `UPDATE_GOLDEN=1 npx jest test/golden`, read",
    "`git diff --word-diff test/golden/expected`, and list each difference in the note of the change (test/golden/README.md).",
  ].join("\n");
}

/** One line for each thing, a tab after its name, facts apart by spaces: what changes in it is one word of a diff. */
export const textOf = (lines: readonly GoldenLine[]): string =>
  lines
    .map(({ key, facts }) => {
      const words = Object.entries(facts).map(([name, fact]) => `${name}=${factText(fact)}`);
      return `${key}\t${words.join(" ")}\n`;
    })
    .join("");

/** Twelve digits: sums of floating point numbers in another order differ after that. */
function factText(fact: Fact): string {
  if (fact === null || fact === undefined) return "-";
  if (Array.isArray(fact)) return fact.length === 0 ? "-" : fact.map(factText).join(",");
  if (typeof fact === "number") return String(Number(fact.toPrecision(12)));
  const text = String(fact);
  if (/[\s,]/.test(text) || text === "") throw new Error(`"${text}" would read as several facts.`);
  return text;
}

/** What differs between two texts, in words: the fewest that name it. */
export function differences(committed: string, found: string): string[] {
  const [before, after] = [parsed(committed), parsed(found)];
  const keys = new Set([...before.keys(), ...after.keys()]);
  const all = [...keys].flatMap((key) => {
    const [was, is] = [before.get(key), after.get(key)];
    if (was === undefined) return [`${key}: is new (${shown(is!)})`];
    if (is === undefined) return [`${key}: is gone (was ${shown(was)})`];
    return [...new Set([...was.keys(), ...is.keys()])]
      .filter((name) => was.get(name) !== is.get(name))
      .map((name) => `${key}: ${name} was ${was.get(name) ?? "absent"}, is ${is.get(name) ?? "absent"}`);
  });
  if (all.length > 0 || committed === found) return all;
  const [old, now] = [[...before.keys()], [...after.keys()]];
  const at = now.findIndex((key, i) => key !== old[i]);
  return [`the order: ${old[at] ?? "the facts of a line"} was where ${now[at] ?? "another fact"} is`];
}

type Facts = ReadonlyMap<string, string>;

const shown = (facts: Facts): string => [...facts].map(([name, fact]) => `${name}=${fact}`).join(" ");

function parsed(text: string): ReadonlyMap<string, Facts> {
  const lines = text.split("\n").filter((line) => line !== "");
  const byKey = new Map(
    lines.map((line) => {
      const [key = "", facts = ""] = line.split("\t");
      const pairs = facts.split(" ").map((word) => {
        const at = word.indexOf("=");
        return [word.slice(0, at), word.slice(at + 1)] as const;
      });
      return [key, new Map(pairs)] as const;
    }),
  );
  if (byKey.size !== lines.length) throw new Error("Two lines have the same key: one of them would be lost.");
  return byKey;
}
