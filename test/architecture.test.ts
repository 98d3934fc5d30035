import { readdirSync, readFileSync } from "node:fs";
import { builtinModules } from "node:module";
import path from "node:path";

/**
 * The two rules of docs/decisions/0018: layers import downwards, and inside a layer so do the capabilities. Both are
 * checked by path prefix, types included.
 */
const root = path.resolve(__dirname, "..");

interface Layer {
  /** Layers that it may import. */
  readonly layers: readonly string[];
  /** Layers of which it may import types alone. */
  readonly types?: readonly string[];
  readonly packages: readonly string[];
  /** Whether it may use Node's own modules. */
  readonly node: boolean;
  /** Its folders, lowest first: each may import itself and those before it. Files beside the folders compose them. */
  readonly rooms?: readonly string[];
}

/** Lowest first; the same names in every layer. */
const capabilities = [
  "kit",
  "identity",
  "places",
  "matching",
  "services",
  "indicators",
  "strategy",
  "counts",
  "access",
  "quality",
  "search",
  "changes",
  "webhooks",
  "hsds",
  "exports",
];

const layers: Readonly<Record<string, Layer>> = {
  domain: {
    layers: [],
    packages: ["zod"],
    node: false,
    rooms: ["kit", "geo", "text", "statistics", "schedule", ...capabilities.slice(1)],
  },
  storage: {
    layers: ["domain"],
    packages: [
      "@aws-sdk/client-dynamodb",
      "@aws-sdk/client-s3",
      "@aws-sdk/lib-dynamodb",
      "@aws-sdk/s3-request-presigner",
      "@smithy/node-http-handler",
      "dynalite",
    ],
    node: true,
    rooms: ["engine", "files", "records", "documents", "imports", "snapshots", ...capabilities.slice(1)],
  },
  projections: { layers: ["domain", "storage"], packages: [], node: true },
  queries: {
    layers: ["domain", "storage", "projections"],
    packages: ["dataloader", "minisearch"],
    node: false,
    rooms: capabilities,
  },
  editing: { layers: ["domain", "storage", "projections"], packages: [], node: true },
  ingest: {
    layers: ["domain", "storage", "projections"],
    packages: ["@e965/xlsx", "csv-parse", "fflate", "proj4", "yaml", "zod"],
    node: true,
    rooms: ["kit", "formats", "acquire", "hsds", "mapping", "sources", "init", "report", "run", "starter"],
  },
  graphql: {
    layers: ["domain", "queries"],
    types: ["editing", "storage"],
    packages: ["graphql", "graphql-scalars", "reflect-metadata", "type-graphql"],
    node: false,
    rooms: ["kit", "compiled", ...capabilities.slice(1)],
  },
  web: {
    layers: [],
    packages: [
      "@graphiql/plugin-explorer",
      "@graphiql/react",
      "@graphiql/toolkit",
      "@graphql-codegen/core",
      "@graphql-codegen/typescript-operations",
      "d3-array",
      "d3-scale",
      "d3-shape",
      "esbuild",
      "graphiql",
      "graphql",
      "monaco-editor",
      "monaco-graphql",
      "preact",
      "purgecss",
      "react",
      "react-dom",
    ],
    node: true,
  },
  app: {
    layers: ["domain", "storage", "projections", "queries", "editing", "ingest", "graphql"],
    packages: [
      "@apollo/server",
      // The brake of the edge, which is a function of its own.
      "@aws-sdk/client-wafv2",
      "@escape.tech/graphql-armor-max-aliases",
      "@escape.tech/graphql-armor-max-depth",
      "@escape.tech/graphql-armor-max-directives",
      "@hono/zod-openapi",
      "csv-stringify",
      "esbuild",
      // The archive of the tables of HSDS.
      "fflate",
      "graphql",
      "hono",
      "hyparquet-writer",
      // Loaded with the first token.
      "jose",
      "jsonld",
      "n3",
      "standardwebhooks",
      "topojson-server",
      "zod",
    ],
    node: true,
  },
  // A client of the hub: it knows only what partners get over HTTP.
  mirror: { layers: [], packages: [], node: true },
  entry: {
    layers: [
      "app",
      "domain",
      "editing",
      "graphql",
      "ingest",
      "mirror",
      "projections",
      "queries",
      "storage",
      "web",
    ],
    packages: ["@hono/node-server", "cli-progress", "commander", "hono"],
    node: true,
  },
};

interface Import {
  readonly file: string;
  readonly from: string;
  readonly typeOnly: boolean;
  /** The file that it leads to; `null` for a package and for data. */
  readonly target: string | null;
}

const filesUnder = (folder: string): string[] =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" })
    .map((name) => path.posix.join(folder, ...name.split(path.sep)))
    .filter((name) => /\.tsx?$/.test(name));

const textOf = (file: string): string => readFileSync(path.join(root, file), "utf8");

const sources = filesUnder("src").filter((file) => !file.endsWith(".d.ts"));
const known = new Set(sources);

function fileAt(file: string, from: string): string | null {
  if (!from.startsWith(".")) return null;
  const stem = path.posix.join(path.posix.dirname(file), from);
  return [`${stem}.ts`, `${stem}.tsx`, `${stem}/index.ts`].find((name) => known.has(name)) ?? null;
}

const importsOf = (file: string): Import[] =>
  [
    ...textOf(file).matchAll(
      /^(?:import|export)\s([^;"']*?from\s+)?["']([^"']+)["']|(?:import|require)\(["']([^"']+)["']\)/gm,
    ),
  ].map(([, clause = "", named, dynamic]) => {
    const from = (named ?? dynamic)!;
    return { file, from, typeOnly: clause.startsWith("type "), target: fileAt(file, from) };
  });

const imports = sources.flatMap(importsOf);

const layerOf = (file: string): string => file.split("/")[1]!;

/** The folder of a file in its layer; empty for a file beside the folders. */
const roomOf = (file: string): string => file.split("/").slice(2, -1)[0] ?? "";

const packageOf = (from: string): string =>
  from
    .split("/")
    .slice(0, from.startsWith("@") ? 2 : 1)
    .join("/");

test("imports flow one way between the layers", () => {
  const bad = imports.filter(({ file, from, typeOnly, target }) => {
    if (!from.startsWith(".")) return false;
    const outside = path.posix.join(path.posix.dirname(file), from);
    // The code of cities is known in one place.
    if (outside === "cities") return file !== "src/ingest/sources/sources.ts";
    if (target === null) return !/^(data|schema)\//.test(outside);
    const own = layers[layerOf(file)];
    const allowed = [layerOf(file), ...(own?.layers ?? []), ...(typeOnly ? (own?.types ?? []) : [])];
    return !allowed.includes(layerOf(target));
  });
  expect(bad).toEqual([]);
});

test("imports flow one way between the capabilities of a layer", () => {
  const bad = imports.filter(({ file, target }) => {
    const rooms = layers[layerOf(file)]?.rooms;
    if (!rooms || target === null || layerOf(target) !== layerOf(file) || roomOf(file) === "") return false;
    return roomOf(target) === "" || rooms.indexOf(roomOf(target)) > rooms.indexOf(roomOf(file));
  });
  expect(bad.map(({ file, target }) => `${file} -> ${target}`)).toEqual([]);
});

test("every folder of a layer is one of its capabilities, under the same name", () => {
  const bad = sources.filter((file) => {
    const rooms = layers[layerOf(file)]?.rooms;
    return rooms !== undefined && roomOf(file) !== "" && !rooms.includes(roomOf(file));
  });
  expect(bad).toEqual([]);
});

test("no file imports itself through others, not even for a type", () => {
  const arrows = imports.flatMap(({ file, target }) => (target === null ? [] : [{ file, target }]));
  // A file that imports none of those that are left, or that none of them imports, is in no cycle with them.
  let left = new Set(sources);
  for (let before = -1; before !== left.size; ) {
    before = left.size;
    const inner = arrows.filter(({ file, target }) => left.has(file) && left.has(target));
    const importing = new Set(inner.map(({ file }) => file));
    left = new Set(inner.flatMap(({ target }) => (importing.has(target) ? target : [])));
  }
  expect([...left]).toEqual([]);
});

test("each layer uses only its packages", () => {
  const bad = imports.filter(({ file, from }) => {
    if (from.startsWith(".")) return false;
    const own = layers[layerOf(file)];
    const builtin = from.startsWith("node:") || builtinModules.includes(from);
    return builtin ? !own?.node : !own?.packages.includes(packageOf(from));
  });
  expect(bad).toEqual([]);
});

test("the code of cities uses records and the tools of the import alone", () => {
  const used = filesUnder("cities")
    .flatMap(importsOf)
    .filter(({ from }) => from.includes("/src/"))
    .map(({ from }) =>
      from
        .replace(/^.*\/src\//, "")
        .split("/")
        .slice(0, 2)
        .join("/"),
    );
  const allowed = ["domain", "storage/records", "ingest/acquire", "ingest/formats", "ingest/kit"];
  expect(used.filter((name) => !allowed.some((one) => name === one || name.startsWith(`${one}/`)))).toEqual(
    [],
  );
});

test("the infrastructure shares only plain constants with the hub", () => {
  const shared = filesUnder("infra")
    .flatMap(importsOf)
    .map(({ from }) => from)
    .filter((from) => from.includes("/src/"));
  expect([...new Set(shared)].sort()).toEqual([
    "../src/app/env",
    "../src/app/lambda-names",
    "../src/app/observe/metrics",
    "../src/app/web-policies",
    "../src/ingest/acquire/inbox-layout",
    "../src/ingest/run/reading-times",
    "../src/storage/engine/table-definition",
  ]);
});

test("a file is one idea: at most 250 lines, tests 400", () => {
  const long = [...filesUnder("src"), ...filesUnder("infra"), ...filesUnder("test")].filter((file) => {
    // A catalogue of messages is a table, long as its entries.
    if (file.startsWith("src/domain/kit/messages/")) return false;
    const lines = textOf(file).split("\n").length;
    return lines > (file.startsWith("test") ? 400 : 250);
  });
  expect(long).toEqual([]);
});

test("files are named stem.kind.ts in kebab-case, and none is a collection of unrelated things", () => {
  const bad = [...filesUnder("src"), ...filesUnder("infra"), ...filesUnder("test")].filter((file) => {
    const name = path.basename(file);
    return (
      !/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z]+)*\.tsx?$/.test(name) || /^(utils?|helpers?|common|misc)\./.test(name)
    );
  });
  expect(bad).toEqual([]);
});

test("only env.ts and the entries read the environment", () => {
  const readers = sources.filter((file) => /process\.env(?!\.NODE_ENV)/.test(textOf(file)));
  expect(readers.filter((file) => layerOf(file) !== "entry" && file !== "src/app/env.ts")).toEqual([]);
});

test("counts of people are read only where small groups are suppressed", () => {
  const readers = sources.filter((file) =>
    /\.participants\b|\{[^}\n]*\bparticipants\b[^}\n]*\}\s*(?:=|\))/.test(textOf(file)),
  );
  expect(readers).toEqual(["src/domain/strategy/engagement-totals.ts"]);
});

test("every count of people passes the gate for small counts, which alone reads the raw table", () => {
  const mentions = (word: string) => sources.filter((file) => new RegExp(`\\b${word}\\b`).test(textOf(file)));
  expect(mentions("protectTable")).toEqual(["src/domain/statistics/disclosure.ts"]);
  expect(mentions("protectedCounts")).toEqual([
    "src/domain/statistics/disclosure.ts",
    "src/domain/strategy/engagement-totals.ts",
  ]);
});
