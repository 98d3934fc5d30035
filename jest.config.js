const { availableParallelism } = require("node:os");

/**
 * Which suite is in which project, by folder and name. A suite that is not listed is in `hub`.
 *
 * unit    pure code and files, without a table
 * hub     a hub or a table in this process
 * system  processes, bundles, a browser, the stack, suites of others
 */
const unit = [
  "test/domain/**/*.test.ts",
  "test/ingest/{formats,hsds,kit}/**/*.test.ts",
  "test/ingest/sources/**/!(wemi).test.ts",
  "test/ingest/mapping/**/{any-cells,column-type,json-schema}.test.ts",
  "test/app/{env,front-page,playground}.test.ts",
  "test/web/**/{answer-tables,cost-of-answer,language,operation-name,page-address,page-moment,read-examples,share-link}.test.ts",
  "test/{answers,architecture,cost-sheet,documentation,publiccode,published-facts,questions,schema,schema-changes,schema-names,schema-roots,translations,words,words-of-code}.test.ts",
];
const system = [
  "test/{entry,infra,runtime}/**/*.test.ts",
  "test/**/*{-bundle,.browser}.test.ts",
  "test/storage/**/{contract,embedded-engine,engine-owner,engine-thread}.test.ts",
  "test/projections/**/stream.test.ts",
  "test/relay.test.ts",
];

/**
 * Suites with a long form, which `npm run drill` runs; their short form is in a project above. Those of `test/drills` are only here, because
 * each needs half a minute or more: of kills one is in `ingest`, of killed deliveries in `app/webhooks`.
 */
const drills = [
  "test/drills/**/*.test.ts",
  "test/app/{compiled-operations,compiled-route,published-as-records}.test.ts",
  "test/graphql/compiled/equal-to-graphql.test.ts",
  "test/identity/partners.property.test.ts",
  "test/ingest/run/small-numbers.property.test.ts",
  "test/projections/published-edits.test.ts",
  "test/ingest/**/{fuzz,fuzz-json,fuzz-table,killed,order,two-at-once}.test.ts",
];

/** The pages of the runbook, which `npm run drill:cloud` follows: each needs functions in their runtime, and some need minutes. */
const cloudDrills = ["test/cloud/**/*.test.ts"];

/**
 * Half a minute or more each beside another suite, on all published data, with programs of others, in a browser, or with killed processes and
 * full disks: beyond what a clean clone is checked for in 15 minutes, so `npm run drill` runs them alone. Run it before a release: no other suite
 * follows the recipes, opens files in LibreOffice and GDAL, kills the command of an import, fills a disk under it, or looks at the parts of the
 * playground for people who do not write GraphQL and at the position of a visitor.
 */
const drillsAlone = [
  "test/app/exports/{recipes,tools}.test.ts",
  "test/entry/{clients,disk-full,ingest-killed.cli}.test.ts",
  "test/ingest/run/small-numbers-published.test.ts",
  "test/ingest/runs/faulty-store.test.ts",
  "test/projections/verify-published.test.ts",
  "test/web/{page-position,playground-people}.browser.test.ts",
];

const swc = {
  jsc: {
    parser: { syntax: "typescript" },
    transform: { useDefineForClassFields: false },
    target: "es2022",
    keepClassNames: true,
  },
  module: { type: "commonjs" },
};

// A module that is shared is not loaded again when its file changes.
const isWatching = process.argv.some((argument) => /^--watch(All)?$/.test(argument));
const shared = {
  runtime: "<rootDir>/test/runner/shared-runtime.js",
  testEnvironment: "<rootDir>/test/runner/shared-environment.js",
};

const modules =
  "(?:hyparquet-writer|jose|rdf-[^/]+|@rdfjs/[^/]+|@zazuko/env|@zazuko/[^/]+|@tpluscode/[^/]+|clownface[^/]*|@vocabulary/[^/]+)";

const project = (displayName, testMatch, more = {}) => ({
  displayName,
  ...more,
  roots: ["<rootDir>/test"],
  testMatch,
  ...(isWatching ? {} : shared),
  setupFiles: [
    "reflect-metadata",
    "<rootDir>/src/entry/quiet-sdk.ts",
    "<rootDir>/test/runner/property-runs.ts",
  ],
  // Packages that are modules of ECMAScript only.
  transform: { "^.+\\.tsx?$": ["@swc/jest", swc], [`/${modules}/.+\\.js$`]: ["@swc/jest", swc] },
  transformIgnorePatterns: [`/node_modules/(?!${modules}/)`],
});

const builtServer = { globalSetup: "<rootDir>/test/runner/built-server.js" };

const inRoot = (globs) => globs.map((glob) => `${__dirname}/${glob}`);
const notIn = (globs) => inRoot(globs).map((glob) => `!${glob}`);

module.exports = {
  // Jest leaves one processor free unless it is told. More workers than processors take longer, although some suites wait.
  maxWorkers: availableParallelism(),
  testSequencer: "<rootDir>/test/runner/longest-first.js",
  // Only a net for a test that hangs: no test depends on how long anything takes.
  testTimeout: process.env.VICINATO_DRILL_SEED ? 7_200_000 : 600_000,
  projects: process.env.VICINATO_CLOUD_DRILL
    ? [project("cloud", inRoot(cloudDrills), builtServer)]
    : process.env.VICINATO_DRILL_SEED
      ? [project("drill", inRoot([...drills, ...drillsAlone]), builtServer)]
      : [
          project("unit", inRoot(unit)),
          project("hub", [
            ...inRoot(["test/**/*.test.ts"]),
            ...notIn([...unit, ...system, ...drillsAlone, ...cloudDrills, "test/drills/**/*.test.ts"]),
          ]),
          project("system", [...inRoot(system), ...notIn(drillsAlone)], builtServer),
        ],
};
