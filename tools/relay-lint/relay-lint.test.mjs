import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { test } from "node:test";
import plugin from "@graphql-eslint/eslint-plugin";
import { ESLint } from "eslint";

const committed = readFileSync(new URL("../../schema/schema.graphql", import.meta.url), "utf8");

const rules = {
  "naming-convention": [
    "error",
    {
      types: "PascalCase",
      FieldDefinition: "camelCase",
      InputValueDefinition: "camelCase",
      Argument: "camelCase",
      EnumValueDefinition: "UPPER_CASE",
    },
  ],
  "no-hashtag-description": "error",
  "no-unreachable-types": "error",
  // Lists go forward only: `last` and `before` are not offered anywhere.
  "relay-arguments": ["error", { includeBoth: false }],
  "relay-connection-types": "error",
  // Beside connections there are lists that are short by nature, such as the telephones of an office, and `nodes`.
  "relay-edge-types": [
    "error",
    { withEdgeSuffix: true, shouldImplementNode: true, listTypeCanWrapOnlyEdgeType: false },
  ],
  "relay-page-info": "error",
  "require-deprecation-reason": "error",
  "require-description": [
    "error",
    {
      types: true,
      DirectiveDefinition: true,
      EnumValueDefinition: true,
      FieldDefinition: true,
      InputValueDefinition: true,
      // The roots are made by type-graphql, which gives them none; each of their fields has one.
      ignoredSelectors: ["[type=ObjectTypeDefinition][name.value=/^(Query|Mutation)$/]"],
    },
  ],
};

/** What the rules of `@graphql-eslint` say against a schema, as `<rule>: <message>`. */
async function lint(sdl) {
  const cwd = mkdtempSync(path.join(tmpdir(), "vicinato-lint-"));
  try {
    writeFileSync(path.join(cwd, "schema.graphql"), sdl);
    const eslint = new ESLint({
      cwd,
      overrideConfigFile: true,
      overrideConfig: {
        files: ["**/*.graphql"],
        plugins: { "@graphql-eslint": plugin },
        languageOptions: {
          parser: plugin.parser,
          parserOptions: { graphQLConfig: { schema: path.join(cwd, "schema.graphql") } },
        },
        rules: Object.fromEntries(
          Object.entries(rules).map(([name, options]) => [`@graphql-eslint/${name}`, options]),
        ),
      },
    });
    const results = await eslint.lintFiles(["schema.graphql"]);
    assert.equal(results.length, 1);
    return results[0].messages.map(
      ({ ruleId, message }) => `${ruleId?.split("/")[1] ?? "error"}: ${message}`,
    );
  } finally {
    rmSync(cwd, { recursive: true, force: true });
  }
}

/**
 * Items of lists that are nothing by themselves, and those that belong to one organisation alone: they cannot be fetched again by an id,
 * so they are no Node. Relay's specification allows it ("an edge type's node must return a scalar, enum, object, interface, union"); the
 * rule does not.
 */
const noNodes = [
  "ApiKey",
  "AuditEntry",
  "Change",
  "ChangeProposal",
  "Correction",
  "ObservationVintage",
  "RecordVersion",
  "Webhook",
];

test("the schema keeps the rules of Relay, and names and describes everything", async () => {
  assert.deepEqual(
    await lint(committed),
    noNodes.map(() => "relay-edge-types: Edge type's field `node` must implement `Node` interface."),
  );
  for (const name of noNodes) assert.match(committed, new RegExp(`type ${name}Edge \\{[^}]*node: ${name}!`));
});

for (const [rule, what, from, to] of [
  ["relay-arguments", "a list without a cursor", /after: String/g, "behind: String"],
  [
    "relay-connection-types",
    "a connection without page information",
    /(type CentreConnection \{[^}]*)pageInfo: PageInfo!/,
    "$1info: PageInfo!",
  ],
  [
    "relay-edge-types",
    "an edge without a cursor",
    /(type CentreEdge \{[^}]*)cursor: String!/,
    "$1place: String!",
  ],
  ["relay-page-info", "no word on a next page", /hasNextPage: Boolean!/, "more: Boolean!"],
  ["naming-convention", "a field with an underscore", "alternateName: String", "alternate_name: String"],
  [
    "require-description",
    "a type without a description",
    /"""[^"]*"""\ntype Centre implements/,
    "type Centre implements",
  ],
])
  test(`${rule} would find ${what}`, async () => {
    const changed = committed.replace(from, to);
    assert.notEqual(changed, committed);
    const found = (await lint(changed)).map((message) => message.split(":")[0]);
    assert.ok(found.includes(rule), found.join(", "));
  });
