import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";

const root = path.resolve(__dirname, "..");

/** Pages in both languages; a page of `docs/it` has the name of the English one. */
const pairs: readonly (readonly [string, string])[] = [
  ["README.md", "README.it.md"],
  ...readdirSync(path.join(root, "docs/it")).map((file) => [`docs/${file}`, `docs/it/${file}`] as const),
];
const english = new Map(pairs.map(([en, it]) => [it, en]));

interface Page {
  readonly headings: readonly number[];
  readonly code: readonly string[];
  readonly links: readonly string[];
  readonly tables: readonly number[];
  readonly lists: number;
  readonly inline: readonly string[];
}

const all = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].map(([, found]) => found!);

/** What must be equal in both languages: everything but prose and the first link, which leads to the other language. */
function pageOf(file: string): Page {
  const text = readFileSync(path.join(root, file), "utf8");
  const prose = text.replace(/^```[\s\S]*?^```$/gm, "");
  const [headingLines, ids] = [all(prose, /^(#+) /gm), all(prose, /^#+ (.+)$/gm).map(anchorOf)];
  const targets = all(prose, /\]\(([^)]+)\)/g).map((link) => {
    const [target = "", anchor] = link.split("#");
    if (/^https?:/.test(link)) return link;
    const resolved = target === "" ? file : path.posix.join(path.posix.dirname(file), target);
    // An anchor within the page is counted, because headings are translated.
    const place = target === "" ? ids.indexOf(anchor!) : anchor;
    return `${english.get(resolved) ?? resolved}${place === undefined ? "" : `#${place}`}`;
  });
  return {
    headings: headingLines.map((marks) => marks.length),
    code: all(text, /^(```[\s\S]*?^```)$/gm),
    links: targets.slice(1).sort(),
    tables: all(prose, /((?:^\|.*\n)+)/gm).map((table) => table.split("\n").length - 1),
    lists: all(prose, /^(- |\d+\. )/gm).length,
    inline: all(prose, /`([^`\n]+)`/g).sort(),
  };
}

const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s-]/gu, "")
    .replace(/\s/g, "-");

test.each(pairs)("%s and %s have the same content, part by part", (en, it) => {
  expect(existsSync(path.join(root, en))).toBe(true);
  expect(pageOf(it)).toEqual(pageOf(en));
});

test.each(pairs)("%s and %s link to each other at their top", (en, it) => {
  const firstLink = (file: string): string => {
    const [, , line = ""] = readFileSync(path.join(root, file), "utf8").split("\n");
    const [, target = ""] = /^\[[^\]]+\]\(([^)]+)\)$/.exec(line) ?? [];
    return path.posix.join(path.posix.dirname(file), target);
  };
  expect([firstLink(en), firstLink(it)]).toEqual([it, en]);
});
