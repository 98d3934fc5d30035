import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { codegen } from "@graphql-codegen/core";
import * as typescript from "@graphql-codegen/typescript";
import * as operations from "@graphql-codegen/typescript-operations";
import { transform } from "esbuild";
import {
  buildClientSchema,
  getIntrospectionQuery,
  type IntrospectionQuery,
  parse,
  printSchema,
} from "graphql";
import { type ListeningHub, startListeningHub } from "../support/listening-hub";
import { proseOf, type Ran, recipe, run, runModule, withProject } from "../support/recipes";

/** The recipes of docs/clients.md, run with the real libraries against a hub that listens. */
let hub: ListeningHub;
let names: string;

beforeAll(async () => {
  hub = await startListeningHub();
  const { data } = await hub.ask<{ areas: { nodes: { name: string }[] } }>(
    "{ areas(first: 100) { nodes { name } } }",
  );
  const all = data!.areas.nodes.map(({ name }) => name);
  // On one page the recipes would prove nothing about pages.
  expect(all.length).toBeGreaterThan(50);
  names = `${all.join("\n")}\n`;
});
afterAll(() => hub.close());

const tooMany = "first is 500; it must be 1 to 100.";

test("every version that the page names is the tested one", () => {
  const { devDependencies } = JSON.parse(
    readFileSync(path.resolve(__dirname, "../../package.json"), "utf8"),
  ) as { devDependencies: Record<string, string> };
  const sections = ["Apollo Client", "urql", "graphql-request", "Relay", "GraphQL code generator"];
  const named = sections
    .flatMap((section) => [
      ...proseOf(section).matchAll(/`((?:@[\w-]+\/)?[\w-]+)`(?: and `[\w-]+`)? (\d+\.\d+\.\d+)/g),
    ])
    .map(([, name, version]) => [plugin.test(name!) ? `@graphql-codegen/${name}` : name!, version!] as const)
    .filter(([name]) => name !== "@graphql-codegen/cli");
  expect(named).toHaveLength(6);
  expect(named.filter(([name, version]) => devDependencies[name] !== version)).toEqual([]);
});

const plugin = /^typescript/;

/** Every answer says what it cost. */
const priced = { cost: expect.objectContaining({ estimated: expect.any(Number) }) };

test("an address of the page, opened in a browser, answers JSON", async () => {
  const address = recipe("Address bar", "text", hub.url).trim();
  const response = await fetch(address, {
    headers: { accept: "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8" },
  });
  expect(response.headers.get("content-type")).toBe("application/json; charset=utf-8");
  expect(await response.json()).toEqual({ data: { area: { name: "DUOMO" } }, extensions: priced });
});

const curlTest = existsSync("/usr/bin/curl") ? test : test.skip;
curlTest("curl asks (needs /usr/bin/curl)", async () => {
  const { out } = await run("/bin/sh", ["-c", recipe("curl", "sh", hub.url)]);
  expect(JSON.parse(out)).toEqual({ data: { area: { name: "DUOMO" } }, extensions: priced });
});

test("fetch reads all pages", async () => {
  expect(await runModule(recipe("fetch", "js", hub.url))).toEqual({ code: 0, out: names, err: "" });
});

test.each<[string, readonly [from: string, to: string]]>([
  ["Apollo Client", ["uri:", "useGETForQueries: true, uri:"]],
  ["urql", ["exchanges:", "preferGetMethod: false, exchanges:"]],
  ["graphql-request", ['graphql")', 'graphql", { method: "GET" })']],
])("%s reads all pages and every error, by GET and by POST", async (section, [from, to]) => {
  const code = recipe(section, "js", hub.url);
  const expected = { code: 0, out: names, err: expect.stringContaining(tooMany) };
  hub.methods.clear();
  expect(await runModule(code)).toEqual(expected);
  const changed = code.replace(from, to);
  expect(changed).not.toBe(code);
  expect(await runModule(changed)).toEqual(expected);
  const refused = await runModule(code.replace("areas(first: 500)", "areas(firs: 500)"));
  expect(refused).toEqual({ ...expected, err: expect.stringContaining('Unknown argument "firs"') });
  expect([...hub.methods].sort()).toEqual(["GET", "POST"]);
});

test("Relay compiles its query against /schema.graphql and reads all pages", async () => {
  await withProject(async (folder) => {
    const config = JSON.parse(recipe("Relay", "json")) as { language: string; customScalarTypes: object };
    const code = recipe("Relay", "ts", hub.url);
    mkdirSync(path.join(folder, "src"));
    writeFileSync(
      path.join(folder, "schema.graphql"),
      await (await fetch(`${hub.url}/schema.graphql`)).text(),
    );
    writeFileSync(path.join(folder, "relay.config.json"), JSON.stringify(config));
    writeFileSync(path.join(folder, "src/clients.ts"), code);
    const compiled = await run(process.execPath, [require.resolve("relay-compiler/cli.js")], folder);
    expect({ ...compiled, out: "" }).toEqual({ code: 0, out: "", err: "" });
    const artifacts = path.join(folder, "src/__generated__");
    expect(readdirSync(artifacts)).toEqual(["clientsQuery.graphql.ts"]);
    const { code: artifact } = await transform(
      readFileSync(path.join(artifacts, "clientsQuery.graphql.ts"), "utf8"),
      { loader: "ts", format: "esm" },
    );
    writeFileSync(path.join(folder, "clientsQuery.mjs"), artifact);
    // Relay's plugin for Babel replaces the tagged text by the compiled file, and does nothing else.
    const plugged = code.replace(/graphql`[^`]*`/, "compiled");
    const { code: script } = await transform(`import compiled from "./clientsQuery.mjs";\n${plugged}`, {
      loader: "ts",
      format: "esm",
    });
    writeFileSync(path.join(folder, "client.mjs"), script);
    expect(await run(process.execPath, ["client.mjs"], folder)).toEqual({ code: 0, out: names, err: "" });
  });
});

/** The configuration of the page, as the generator's command loads it. */
async function codegenConfig(): Promise<CodegenConfig> {
  const { code } = await transform(recipe("GraphQL code generator", "ts"), { loader: "ts", format: "cjs" });
  const module = { exports: {} as { default: CodegenConfig } };
  new Function("module", "exports", code)(module, module.exports);
  return module.exports.default;
}

type Plugin = "typescript" | "typescript-operations";

interface CodegenConfig {
  readonly generates: Readonly<Record<string, { readonly plugins: readonly Plugin[] }>>;
  readonly config: { readonly strictScalars: boolean; readonly scalars: Readonly<Record<string, string>> };
}

/** What the command `graphql-codegen` does: the plugins of each file over the schema that a hub reports of itself. */
async function generated({ generates, config }: CodegenConfig): Promise<Readonly<Record<string, string>>> {
  const { data } = await hub.ask<IntrospectionQuery>(getIntrospectionQuery({ specifiedByUrl: true }));
  const schemaAst = buildClientSchema(data!);
  const document = parse(recipe("What the hub accepts", "graphql") + otherQuery);
  const files = Object.entries(generates).map(async ([filename, { plugins }]) => {
    const options = { filename, schema: parse(printSchema(schemaAst)), schemaAst, config };
    const documents = plugins.includes("typescript") ? [] : [{ location: "query.graphql", document }];
    const pluginMap = { typescript, "typescript-operations": operations };
    const text = codegen({
      ...options,
      documents,
      plugins: plugins.map((name) => ({ [name]: {} })),
      pluginMap,
    });
    return [filename, await text] as const;
  });
  return Object.fromEntries(await Promise.all(files));
}

/** Beside the list of the page: scalars and an input. */
const otherQuery = `
  query Changed($filter: CentreFilter) {
    dataVersion { updatedAt }
    centres(filter: $filter) { totalCount }
    areas { nodes { validFrom } }
  }`;

const use = `
import type { ChangedQuery, ChangedQueryVariables, NeighbourhoodsQuery } from "./src/queries";
import type { Area, Scalars } from "./src/schema";
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
type Areas = NonNullable<NeighbourhoodsQuery["areas"]>;
export const proofs: readonly true[] = [
  true satisfies Same<Areas["nodes"][number]["name"], string>,
  true satisfies Same<Areas["pageInfo"]["endCursor"], string | null>,
  true satisfies Same<NonNullable<ChangedQuery["dataVersion"]>["updatedAt"], string | null>,
  true satisfies Same<NonNullable<NonNullable<ChangedQueryVariables["filter"]>["openAt"]>, string>,
  true satisfies Same<Scalars["PartialDate"]["output"], string>,
  true satisfies Same<Scalars["SafeInt"]["output"], number>,
  true satisfies Same<Scalars["JSON"]["output"], unknown>,
  true satisfies Same<Area["name"], string>,
];
`;

test("the code generator makes types that the compiler accepts, with every scalar", async () => {
  const files = await generated(await codegenConfig());
  expect(Object.keys(files)).toEqual(["src/queries.ts", "src/schema.ts"]);
  await withProject(async (folder) => {
    mkdirSync(path.join(folder, "src"));
    for (const [file, text] of Object.entries({ ...files, "use.ts": use }))
      writeFileSync(path.join(folder, file), text);
    expect(await typeCheck(folder, "use.ts")).toEqual({ code: 0, out: "", err: "" });
  });
});

test("the code generator stops at a scalar that has no type", async () => {
  const { config, ...rest } = await codegenConfig();
  const { PartialDate: _, ...scalars } = config.scalars;
  await expect(generated({ ...rest, config: { ...config, scalars } })).rejects.toThrow("PartialDate");
});

const typeCheck = (folder: string, file: string): Promise<Ran> =>
  run(
    process.execPath,
    [path.resolve(__dirname, "../../node_modules/typescript/bin/tsc"), ...tscFlags, file],
    folder,
  );

const tscFlags = ["--noEmit", "--strict", "--skipLibCheck", "--types", "", "--module", "preserve"];
