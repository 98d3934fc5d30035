const { existsSync } = require("node:fs");
const path = require("node:path");
const Sequencer = require("@jest/test-sequencer").default;

/**
 * On a clean clone Jest knows no durations and takes large files first: a long suite in a small file would then run alone at
 * the end, while the other processors wait.
 */
const longest = ["golden/golden", "web/page-find.browser", "runtime/functions"].map((name) =>
  path.join(__dirname, "..", `${name}.test.ts`),
);

const gone = longest.filter((file) => !existsSync(file));
if (gone.length > 0)
  throw new Error(`test/runner/longest-first.js names suites that are gone: ${gone.join(", ")}`);

const placeOf = (test) => {
  const place = longest.indexOf(test.path);
  return place < 0 ? longest.length : place;
};

module.exports = class LongestFirst extends Sequencer {
  async sort(tests) {
    return [...(await super.sort(tests))].sort((a, b) => placeOf(a) - placeOf(b));
  }
};
