import { readdirSync, readFileSync } from "node:fs";
import { builtinModules } from "node:module";
import path from "node:path";

const root = path.resolve(__dirname, "..");

/** Who may import whom (folders of src) and which packages; `storage` as types only where it says so. */
const layers: Record<string, { layers: string[]; types?: string[]; packages: string[]; node: boolean }> = {
  domain: { layers: [], packages: [], node: false },
  storage: {
    layers: ["domain"],
    packages: ["@aws-sdk/client-dynamodb", "@aws-sdk/lib-dynamodb", "@smithy/node-http-handler", "dynalite"],
    node: true,
  },
  projections: { layers: ["domain", "storage"], packages: [], node: true },
  editing: { layers: ["domain", "storage", "projections"], packages: [], node: true },
  ingest: {
    layers: ["domain", "storage", "projections"],
    packages: ["csv-parse", "yaml", "zod"],
    node: true,
  },
  queries: { layers: ["domain", "storage"], packages: ["dataloader", "minisearch"], node: false },
  graphql: {
    layers: ["domain", "queries"],
    types: ["editing", "storage"],
    packages: ["graphql", "graphql-scalars", "reflect-metadata", "type-graphql"],
    node: false,
  },
  web: {
    layers: [],
    packages: [
      "@graphiql/react",
      "@graphiql/toolkit",
      "esbuild",
      "graphiql",
      "graphql",
      "monaco-editor",
      "monaco-graphql",
      "react",
      "react-dom",
    ],
    node: true,
  },
  app: {
    layers: ["domain", "storage", "projections", "editing", "ingest", "queries", "graphql"],
    packages: [
      "@apollo/server",
      "@apollo/utils.keyvaluecache",
      "@escape.tech/graphql-armor-max-aliases",
      "@escape.tech/graphql-armor-max-depth",
      "@escape.tech/graphql-armor-max-directives",
      "esbuild",
      "graphql",
      "hono",
      "zod",
    ],
    node: true,
  },
  entry: {
    layers: ["app", "domain", "editing", "graphql", "ingest", "projections", "queries", "storage", "web"],
    packages: ["@hono/node-server", "cli-progress", "commander", "hono"],
    node: true,
  },
};

/** The folders of a layer that is cut by capability: a later one may import those before it, the last three not one another. */
const capabilities = [
  ["kit"],
  ["places"],
  ["services"],
  ["indicators"],
  ["counts"],
  ["access"],
  ["strategy"],
  ["changes", "quality", "search"],
];

interface Import {
  readonly file: string;
  readonly from: string;
  readonly typeOnly: boolean;
}

const filesUnder = (folder: string): string[] =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" })
    .map((name) => path.join(folder, name))
    .filter((name) => /\.tsx?$/.test(name));

const sources = filesUnder("src").filter((file) => !file.endsWith(".d.ts"));

const importsOf = (file: string): Import[] =>
  [
    ...readFileSync(path.join(root, file), "utf8").matchAll(
      /^(?:import|export)\s([^;"']*?from\s+)?["']([^"']+)["']|import\(["']([^"']+)["']\)/gm,
    ),
  ].map(([, clause = "", from, dynamic]) => ({
    file,
    from: (from ?? dynamic)!,
    typeOnly: clause.startsWith("type "),
  }));

const layerOf = (file: string): string => file.split(path.sep)[1]!;

const packageOf = (from: string): string =>
  from
    .split("/")
    .slice(0, from.startsWith("@") ? 2 : 1)
    .join("/");

test("imports flow one way between the layers", () => {
  const bad = sources.flatMap(importsOf).filter(({ file, from, typeOnly }) => {
    if (!from.startsWith(".")) return false;
    const target = path.join(path.dirname(file), from).split(path.sep);
    if (target[0] !== "src") return target[0] !== "data";
    const own = layers[layerOf(file)];
    const allowed = [layerOf(file), ...(own?.layers ?? []), ...(typeOnly ? (own?.types ?? []) : [])];
    return !allowed.includes(target[1]!);
  });
  expect(bad).toEqual([]);
});

test("imports flow one way between the capabilities of the questions", () => {
  const rankOf = (file: string) =>
    capabilities.findIndex((names) => names.includes(file.split(path.sep)[2]!));
  const questions = sources.filter((file) => layerOf(file) === "queries");
  expect(questions.filter((file) => rankOf(file) < 0)).toEqual([]);
  const bad = questions.flatMap(importsOf).filter(({ file, from }) => {
    const target = path.join(path.dirname(file), from);
    if (!from.startsWith(".") || layerOf(target) !== "queries") return false;
    const isOwn = path.dirname(target) === path.dirname(file);
    return !isOwn && rankOf(target) >= rankOf(file);
  });
  expect(bad).toEqual([]);
});

test("each layer uses only its packages", () => {
  const bad = sources.flatMap(importsOf).filter(({ file, from }) => {
    if (from.startsWith(".")) return false;
    const own = layers[layerOf(file)];
    const builtin = from.startsWith("node:") || builtinModules.includes(from);
    return builtin ? !own?.node : !own?.packages.includes(packageOf(from));
  });
  expect(bad).toEqual([]);
});

test("the infrastructure shares only plain constants with the hub", () => {
  const shared = filesUnder("infra")
    .flatMap(importsOf)
    .map(({ from }) => from)
    .filter((from) => from.includes("/src/"));
  expect([...new Set(shared)].sort()).toEqual([
    "../src/app/env",
    "../src/ingest/run/source-groups",
    "../src/storage/engine/table-definition",
  ]);
});

test("a file is one idea: at most 250 lines, tests 400", () => {
  const long = [...filesUnder("src"), ...filesUnder("infra"), ...filesUnder("test")].filter((file) => {
    const lines = readFileSync(path.join(root, file), "utf8").split("\n").length;
    return lines > (file.startsWith("test") ? 400 : 250);
  });
  expect(long).toEqual([]);
});

test("files are named stem.kind.ts in kebab-case, and none is a drawer for odds and ends", () => {
  const bad = [...filesUnder("src"), ...filesUnder("infra"), ...filesUnder("test")].filter((file) => {
    const name = path.basename(file);
    return (
      !/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z]+)*\.tsx?$/.test(name) || /^(utils?|helpers?|common|misc)\./.test(name)
    );
  });
  expect(bad).toEqual([]);
});

test("only env.ts and the entries read the environment", () => {
  const readers = sources.filter((file) =>
    /process\.env(?!\.NODE_ENV)/.test(readFileSync(path.join(root, file), "utf8")),
  );
  expect(
    readers.filter((file) => layerOf(file) !== "entry" && file !== path.join("src", "app", "env.ts")),
  ).toEqual([]);
});

test("counts of people are read only where small groups are held back", () => {
  const readers = sources.filter((file) =>
    /\.participants\b|\{[^}\n]*\bparticipants\b[^}\n]*\}\s*(?:=|\))/.test(
      readFileSync(path.join(root, file), "utf8"),
    ),
  );
  expect(readers).toEqual(
    ["engagement-event.ts", "engagement-totals.ts"].map((file) => path.join("src", "domain", file)),
  );
});
