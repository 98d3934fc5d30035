import type { BuildOptions, Plugin } from "esbuild";

/** What a package imports at its start and the hub never calls, with what stands in for it. */
const replaced: Readonly<Record<string, string>> = {
  // Apollo builds schemas from texts with it.
  "@graphql-tools/schema": "exports.makeExecutableSchema = undefined;",
  // Subscriptions of type-graphql.
  "@graphql-yoga/subscription": "",
  // Caches for documents and for persisted queries: the hub has others, or none.
  "@apollo/utils.keyvaluecache": "exports.InMemoryLRUCache = exports.PrefixingKeyValueCache = class {};",
  // SHA-256 in JavaScript, for browsers.
  "@apollo/utils.createhash": 'exports.createHash = require("node:crypto").createHash;',
  "./Sha256Js": "export const Sha256Js = undefined;",
  // type-graphql checks the version of graphql, which is pinned.
  semver: "exports.satisfies = () => true;",
  // Apollo loads the whole of graphql to look for @defer, which only an early version 17 has.
  "./incrementalDeliveryPolyfill.js":
    'import { execute } from "graphql"; export const executeIncrementally = (args) => execute(args);',
  // For operations with a stream of events: DynamoDB has none, and of S3 the hub calls none.
  "@smithy/core/event-streams": "exports.resolveEventStreamSerdeConfig = (config) => config;",
  // With it jsonld fetches vocabularies: those of the catalogue are written in it.
  "@digitalbazaar/http-client": "",
  // Plugins that the hub does not have.
  "./plugin/cacheControl/index.js": "",
  "./plugin/inlineTrace/index.js": "",
  "./plugin/landingPage/default/index.js": "",
  "./plugin/schemaReporting/index.js": "",
  "./plugin/usageReporting/index.js": "",
};

const replacing = (replaced: Readonly<Record<string, string>>): Plugin => ({
  name: "replacements",
  setup({ onResolve, onLoad }) {
    const names = Object.keys(replaced).map((name) => name.replaceAll(/[./]/g, "\\$&"));
    onResolve({ filter: new RegExp(`^(${names.join("|")})$`) }, ({ path: name, resolveDir }) => ({
      path: name,
      namespace: "replaced",
      pluginData: resolveDir,
    }));
    onLoad({ filter: /.*/, namespace: "replaced" }, ({ path: name, pluginData: resolveDir }) => ({
      contents: replaced[name]!,
      resolveDir,
    }));
  },
});

/** Checks of a schema, which a test runs: the schema in a bundle is the committed one. */
const schemaIsValid: Plugin = {
  name: "schema is valid",
  setup: ({ onLoad }) =>
    onLoad({ filter: /node_modules\/graphql\/type\/validate\.mjs$/ }, () => ({
      contents: "export const validateSchema = () => [], assertValidSchema = () => undefined;",
    })),
};

/** What the API leaves out besides: how zod writes JSON Schema, which imports and the commands do. */
export const apiPlugins = [
  schemaIsValid,
  replacing({
    ...replaced,
    "../core/json-schema-processors.js": "",
    "../core/to-json-schema.js":
      "export const createStandardJSONSchemaMethod = undefined, createToJSONSchemaMethod = undefined;",
  }),
];

/**
 * Options of every bundle. A start takes as long as its code is large: modules in the form of ECMAScript are preferred, because
 * what nobody imports of them is left out. Never loaded are a validator that type-graphql loads on request, and Apollo's
 * reports to its vendor.
 */
export const bundled = {
  bundle: true,
  platform: "node",
  format: "cjs",
  mainFields: ["module", "main"],
  external: ["@apollo/usage-reporting-protobuf", "@apollo/utils.usagereporting", "class-validator"],
  plugins: [replacing(replaced)],
  // Half as long: the other half is for engines without Map and WeakMap.
  alias: { "reflect-metadata": "reflect-metadata/lite" },
  // graphql-js compares types by name in development, to find two copies of itself.
  define: { "process.env.NODE_ENV": '"production"', "globalThis.process.env.NODE_ENV": '"production"' },
} satisfies BuildOptions;
