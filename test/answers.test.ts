import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { claimsOfAnswers, statementsOfAnswers } from "./support/answer-claims";
import { examples } from "./support/examples";
import { figuresIn, shownWith, withFigures } from "./support/figures-in-text";
import { preparedAt } from "./support/prepared-table";

/** `UPDATE_ANSWERS=1 npm test -- answers` writes the figures into the page; read the difference before you commit it. */
const update = process.env.UPDATE_ANSWERS === "1";
const root = path.resolve(__dirname, "..");
const file = path.join(root, "docs/questions.md");
const page = readFileSync(file, "utf8");
const [, answers = ""] = page.split("## Answers");

interface Question {
  readonly number: number;
  readonly short: string;
  readonly answer: string;
  readonly example: string | undefined;
}

const questions: readonly Question[] = [
  ...page.matchAll(/^\| (\d+) \| [DPE] \| [^|]+ \| (?:\[([\w-]+)\][^|]*|[^|]+) \| ([^|]+) \|$/gm),
].map(([, number, example, short]) => ({
  number: Number(number),
  short: short!,
  answer: new RegExp(`^${number}\\. ([\\s\\S]*?)(?=^\\d+\\. |(?![\\s\\S]))`, "m").exec(answers)?.[1] ?? "",
  example,
}));

const exampleOf = (name: string | undefined) => examples.find((example) => example.name === name);
const resultOf = (name: string | undefined): unknown => {
  const results = exampleOf(name)?.resultFile;
  return results === undefined ? null : JSON.parse(readFileSync(results, "utf8")).data;
};

/** What the example of a question says about the figures of its answer. */
const computedFor = ({ number, example }: Question): readonly number[] =>
  (claimsOfAnswers[number] ?? (() => []))(resultOf(example), exampleOf(example)?.variables ?? {});

const updated = ({ short, answer, ...question }: Question): readonly (readonly [string, string])[] => {
  const [newShort, newAnswer] = withFigures(
    `${short}\u0000${answer}`,
    computedFor({ ...question, short, answer }),
  ).split("\u0000");
  return [
    [`| ${short} |`, `| ${newShort} |`],
    [answer, newAnswer!],
  ];
};

afterAll(() => {
  if (update)
    writeFileSync(
      file,
      questions.flatMap(updated).reduce((text, [from, to]) => text.replace(from, () => to), page),
    );
});

test("thirty questions have an answer", () => {
  expect(questions.map(({ number }) => number)).toEqual(Array.from({ length: 30 }, (_, i) => i + 1));
  expect(questions.filter(({ answer }) => answer.trim() === "")).toEqual([]);
});

test.each(questions.map((question) => [question.number, question] as const))(
  "every figure of answer %d follows from the result of its example, and every figure is claimed",
  (_, question) => {
    const shown = figuresIn(`${question.short}. ${question.answer}`);
    const computed = computedFor(question);
    expect(shown.map(({ value }) => value)).toEqual(
      computed.map((value, i) => shownWith(value, shown[i]?.decimals ?? 0)),
    );
  },
);

test.each(questions.map((question) => [question.number, question] as const))(
  "every area named in answer %d is in its example",
  (_, { short, answer, example }) => {
    const known = exampleOf(example);
    const facts = JSON.stringify([known?.query, known?.variables, resultOf(example)]);
    const named = [...`${short} ${answer}`.matchAll(/\b(NIL|Municipio) (\d+)\b/g)].map(
      ([, scheme, number]) => `${scheme!.toLowerCase()}:${number}`,
    );
    expect(named.filter((code) => !new RegExp(`${code}(?!\\d)`).test(facts))).toEqual([]);
  },
);

test("names and days in the answers match the results", () => {
  const wrong = questions.flatMap(({ number, answer, example }) =>
    (statementsOfAnswers[number]?.(resultOf(example)) ?? []).filter(
      (statement) => !answer.replace(/\s+/g, " ").includes(statement),
    ),
  );
  expect(wrong).toEqual([]);
});

test("the clock of the tests is after the publication of every file", () => {
  const sources = JSON.parse(readFileSync(path.join(root, "data/sources.json"), "utf8")) as {
    code: string;
    modified: string | null;
    publisher: string;
  }[];
  // What the hub collects from pages is younger than the files, and its pages have dates of their own.
  const published = sources.filter(({ publisher }) => publisher !== "Vicinato");
  const tooYoung = published.filter(
    ({ modified }) => modified !== null && modified >= preparedAt.slice(0, 10),
  );
  expect(tooYoung).toEqual([]);
});
