const { createHash } = require("node:crypto");
const { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } = require("node:fs");
const { once } = require("node:events");
const path = require("node:path");
const { spawn } = require("node:child_process");

/**
 * What is built, when something changed that it is made of: by `npm ci`, before `npm start` and by `npm run build`. It is plain
 * JavaScript because it decides whether TypeScript has to be read at all.
 */
const root = path.resolve(__dirname, "..");
const code = ["package-lock.json", "src", "cities"];
const targets = [
  { name: "playground", from: [...code, "schema/examples"] },
  { name: "page", from: [...code, "data/page"] },
  { name: "server", from: code },
  { name: "lambda", from: [...code, "schema/examples", "data"], only: "build" },
  // Loading all data takes long, on one processor. A start does it in its own data folder where this is missing or outdated.
  { name: "starter", from: [...code, "data"], only: "prepare", isBeside: true },
];

/** With the key of what they are made of now. */
const outdated = targets
  .filter(({ only }) => only === undefined || only === process.env.npm_lifecycle_event)
  .map((target) => ({ ...target, key: keyOf(target.from) }))
  .filter(({ name, key }) => {
    const stamp = stampOf(name);
    const isThere = existsSync(path.join(root, "dist", name)) && existsSync(stamp);
    return !isThere || readFileSync(stamp, "utf8") !== key;
  });

async function main() {
  if (outdated.length === 0) return;
  const loader = findLoader();
  if (loader === null) {
    console.log("Nothing is built: the packages for development are not installed (npm ci installs them).");
    return;
  }
  const beside = Promise.all(
    outdated.filter(({ isBeside }) => isBeside).map((target) => build(target, loader)),
  );
  for (const target of outdated.filter(({ isBeside }) => !isBeside)) await build(target, loader);
  await beside;
}

/** Ends the process if the build fails. */
async function build({ name, key }, loader) {
  const args = ["--import", loader, path.join(root, "src/entry/build.cli.ts"), name];
  const [status] = await once(spawn(process.execPath, args, { cwd: root, stdio: "inherit" }), "close");
  if (status !== 0) process.exit(status ?? 1);
  mkdirSync(path.join(root, "dist"), { recursive: true });
  writeFileSync(stampOf(name), key);
}

function stampOf(name) {
  return path.join(root, "dist", `${name}.key`);
}

function findLoader() {
  try {
    return require.resolve("tsx");
  } catch {
    return null;
  }
}

/** Of names and contents: times differ from clone to clone. */
function keyOf(locations) {
  const hash = createHash("sha256");
  for (const location of locations)
    for (const file of filesOf(path.join(root, location)))
      hash.update(`${file}\n`).update(readFileSync(file));
  return hash.digest("hex");
}

function filesOf(location) {
  const entries = readdirSync(path.dirname(location), { withFileTypes: true });
  if (entries.find(({ name }) => name === path.basename(location)).isFile()) return [location];
  return readdirSync(location, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}

main();
