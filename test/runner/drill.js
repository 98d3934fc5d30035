// npm run drill [-- --seed N] [what Jest takes]: the long form of the suites that jest.config.js lists as drills.
const { randomInt } = require("node:crypto");
const { parseArgs } = require("node:util");

const options = { seed: { type: "string", default: String(randomInt(2 ** 31)) } };
const { values, tokens } = parseArgs({ options, strict: false, tokens: true });
const rest = tokens.filter(({ name }) => name !== "seed").map(({ index }) => process.argv[2 + index]);
if (!/^\d+$/.test(values.seed)) throw new Error(`--seed must be a whole number, not ${values.seed}.`);

process.env.VICINATO_DRILL_SEED = values.seed;
console.log(`To run this drill again: npm run drill -- --seed ${values.seed}`);
require("jest").run(rest);
