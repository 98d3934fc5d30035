import { readFileSync } from "node:fs";
import path from "node:path";
import { examples } from "./support/examples";

const table = readFileSync(path.resolve(__dirname, "../docs/questions.md"), "utf8");
const rows = [...table.matchAll(/^\| +(\d+) +\| +[DPE] +\| ([^|]+) \| ([^|]+) \| ([^|]+) \|$/gm)].map(
  (row) => ({
    number: Number(row[1]),
    example: row[3]!.trim(),
    answer: row[4]!.trim(),
  }),
);

test("the table has each of the thirty questions once, in order, with an answer or the reason without one", () => {
  expect(rows.map(({ number }) => number)).toEqual(Array.from({ length: 30 }, (_, i) => i + 1));
  expect(rows.filter(({ answer }) => answer.length < 20)).toEqual([]);
});

test("each question has an existing example, or states what is missing", () => {
  const known = new Set(examples.map(({ name }) => name));
  const links = rows.map(({ example }) =>
    /^\[([\w-]+)\]\(\.\.\/schema\/examples\/([\w-]+)\.graphql\)$/.exec(example),
  );
  const bad = rows.filter((row, i) => {
    const [, text, file] = links[i] ?? [];
    return file === undefined
      ? !/^(waits for|being built)/.test(row.example)
      : text !== file || !known.has(file);
  });
  expect(bad).toEqual([]);
  expect(links.filter((link) => link !== null).length).toBeGreaterThanOrEqual(16);
});
