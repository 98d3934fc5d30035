import { readFileSync } from "node:fs";
import path from "node:path";

/**
 * The attacks that the hub is tested against, each with the tests that try it. A test is named by its file and by words of its title; it fails
 * here if it is not there any more.
 */
const attacks: readonly (readonly [
  row: number,
  attack: string,
  ...tests: (readonly [file: string, title: string])[],
])[] = [
  [
    1,
    "deep nesting",
    ["app/hardening", "to a query of %i levels"],
    ["app/hardening", "the levels that fragments hide"],
  ],
  [2, "many aliases", ["app/hardening", "under %i aliases"]],
  [
    3,
    "many directives",
    ["app/hardening", "to %i directives"],
    ["app/hardening", "lists at most five problems"],
  ],
  [4, "many tokens, large requests", ["app/hardening", "reads 1,000 tokens"], ["app/hardening", "of 101 kB"]],
  [5, "overflow of the stack", ["app/hardening", "to a query of %i levels"]],
  [6, "fragments that double", ["app/hardening", "a trillion fields"]],
  [7, "circular fragments", ["app/hardening", "rejects circular fragments"]],
  [8, "large pages", ["app/attacks/texts", "pages of"], ["app/cost", "a refusal names cost"]],
  [
    9,
    "introspection of introspection",
    ["app/hardening", "shows its schema to every caller, but within limits"],
  ],
  [10, "conflicting aliases", ["app/attacks/documents", "conflicting aliases"]],
  [11, "batches of operations", ["app/hardening", "to the request body %.60s"]],
  [
    12,
    "suggestions of names",
    ["app/attacks/public-schema", "suggestions name only what the published schema has"],
  ],
  [
    13,
    "introspection",
    ["app/attacks/public-schema", "introspection shows the published schema and nothing else"],
  ],
  [14, "errors that reveal the inside", ["app/masking", "hides an unexpected error"]],
  [15, "broken JSON", ["app/hardening", "to the request body %.60s"]],
  [
    16,
    "forged requests of other sites",
    ["app/hardening", "as a page of another site could send it"],
    ["app/hardening", "to a request body of type %s"],
    ["app/cross-origin.browser", "a page of another site"],
  ],
  [17, "changes by GET", ["app/hardening", "rejects a change by GET, also with a key"]],
  [
    18,
    "character sets and content types",
    ["app/hardening", "to a request body of type %s"],
    ["app/hygiene", "content-encoding"],
  ],
  [
    19,
    "@defer, @stream and multipart answers",
    ["app/hardening", "offers no @defer"],
    ["app/attacks/documents", "no answer in parts"],
  ],
  [
    20,
    "floods of persisted queries",
    ["app/registered-operations", "a client cannot register an operation"],
    ["app/attacks/documents", "hashes of unknown operations"],
  ],
  [
    21,
    "injection into the store",
    ["app/masking", "any id is either valid or rejected as an id"],
    ["app/masking", "a cursor beyond the longest key"],
    ["storage/engine/cursor", "a cursor"],
  ],
  [
    22,
    "records of others by their ids",
    ["app/attacks/partners", "by id a partner gets what everybody gets"],
    ["identity/partners.property", "nobody ever changes or sees what is not theirs"],
  ],
  [
    23,
    "scraping",
    ["app/attacks/partners", "a partner's key has a bounded allowance"],
    ["app/fair-use/http", "a caller who spent everything gets 429"],
  ],
  [24, "slow resolvers", ["app/work", "the deadline ends a request down to the store"]],
  [25, "prototypes in variables", ["app/masking", "a variable cannot reach the prototypes"]],
  [26, "formulas in spreadsheets", ["app/exports/serving", "a spreadsheet computes no cell"]],
  [27, "scripts in names", ["app/attacks/texts", "a script in a name is text everywhere"]],
  [28, "endless searches", ["app/attacks/texts", "a search of 10,000 characters"]],
  [
    29,
    "secrets in logs",
    ["app/masking", "logs no query, no variables and no headers"],
    ["app/fair-use/http", "the log names a client by a hash"],
  ],
  [30, "changed dependencies", ["app/attacks/dependencies", "every package is pinned"]],
  [
    31,
    "endless distinct documents",
    ["app/attacks/documents", "distinct documents"],
    ["graphql/compiled/compiled-operations", "plans take a bounded memory"],
  ],
  [
    32,
    "headers of the caller",
    ["app/hardening", "does not take the request id from the caller"],
    ["app/attacks/headers", "no header of a client"],
  ],
];

test("each of the 32 rows of the attack table has tests", () => {
  expect(attacks.map(([row]) => row)).toEqual(Array.from({ length: 32 }, (_, i) => i + 1));
});

test.each(attacks.map(([row, attack, ...tests]) => ({ row, attack, tests })))(
  "$row: $attack",
  ({ tests }) => {
    expect(tests.length).toBeGreaterThan(0);
    for (const [file, words] of tests) {
      const text = readFileSync(path.join(__dirname, "../..", `${file}.test.ts`), "utf8");
      const titles = [...text.matchAll(/(?:[tT]est|\]\s*\)|\)|`)\(\s*(["`])((?:(?!\1).)*)\1/gs)].map(
        ([, , title]) => title!,
      );
      expect([file, words, titles.some((title) => title.includes(words))]).toEqual([file, words, true]);
    }
  },
);
