import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

const compiler = require.resolve("relay-compiler/cli.js");

/** Runs Relay's own compiler over a piece of client code against the committed schema. */
function compile(code: string): {
  readonly status: number | null;
  readonly output: string;
  readonly artifacts: string[];
} {
  const folder = mkdtempSync(path.join(tmpdir(), "relay-"));
  try {
    const artifacts = path.join(folder, "src/__generated__");
    mkdirSync(artifacts, { recursive: true });
    cpSync(path.resolve(__dirname, "../schema/schema.graphql"), path.join(folder, "schema.graphql"));
    const config = {
      src: "./src",
      schema: "./schema.graphql",
      language: "javascript",
      artifactDirectory: "./src/__generated__",
    };
    writeFileSync(path.join(folder, "relay.config.json"), JSON.stringify(config));
    writeFileSync(path.join(folder, "src/Client.js"), code);
    const { status, stdout, stderr } = spawnSync(process.execPath, [compiler], {
      cwd: folder,
      encoding: "utf8",
    });
    return { status, output: stdout + stderr, artifacts: readdirSync(artifacts).sort() };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const lists = [
  "areas",
  "centres",
  "dataQualityIssues",
  "indicators",
  "organizations",
  "partnerships",
  "sources",
  "strategies",
  "taxonomyTerms",
];

const paginated = (list: string): string => `
  graphql\`
    fragment Client_${list} on Query
    @refetchable(queryName: "Client${list}Query")
    @argumentDefinitions(count: { type: "Int", defaultValue: 10 }, cursor: { type: "String" }) {
      ${list}(first: $count, after: $cursor) @connection(key: "Client_${list}_${list}") {
        edges { node { id } }
      }
    }
  \`;`;

/** Results are a union; Relay adds its id by itself. */
const paginatedSearch = `
  graphql\`
    fragment Client_search on Query
    @refetchable(queryName: "ClientSearchQuery")
    @argumentDefinitions(text: { type: "String!" }, count: { type: "Int", defaultValue: 10 }, cursor: { type: "String" }) {
      search(text: $text, first: $count, after: $cursor) @connection(key: "Client_search_search") {
        edges { score node { ... on Centre { centreName: name } ... on Node { id } } }
      }
    }
  \`;`;

test("Relay's compiler pages every list and refetches a node by its id", () => {
  const refetch = `graphql\`fragment Client_centre on Centre @refetchable(queryName: "ClientCentreQuery") { id name }\`;`;
  const { status, output, artifacts } = compile(lists.map(paginated).join("\n") + paginatedSearch + refetch);
  expect({ status, output: status === 0 ? "" : output }).toEqual({ status: 0, output: "" });
  expect(artifacts).toContain("ClientCentreQuery.graphql.js");
  expect(artifacts).toHaveLength(2 * (lists.length + 1) + 2);
});

test("Relay's compiler would reject a list that is not a connection", () => {
  const { status, output } = compile(`
    graphql\`
      query ClientQuery($id: ID!) {
        nodes(ids: [$id]) @connection(key: "Client_nodes") { id }
      }
    \`;`);
  expect(status).not.toBe(0);
  expect(output).toContain("@connection");
});
