const { createHash } = require("node:crypto");
const { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } = require("node:fs");
const path = require("node:path");
const { spawnSync } = require("node:child_process");

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
  // Loading all data takes long. A start does it in its own data folder where this is missing or outdated.
  { name: "starter", from: [...code, "data"], only: "prepare" },
];

for (const { name, from, only } of targets) {
  if (only !== undefined && only !== process.env.npm_lifecycle_event) continue;
  const stamp = path.join(root, "dist", `${name}.key`);
  const key = keyOf(from);
  const isThere = existsSync(path.join(root, "dist", name)) && existsSync(stamp);
  if (isThere && readFileSync(stamp, "utf8") === key) continue;
  const loader = findLoader();
  if (loader === null) {
    console.log("Nothing is built: the packages for development are not installed (npm ci installs them).");
    break;
  }
  const build = ["--import", loader, path.join(root, "src/entry/build.cli.ts"), name];
  const { status } = spawnSync(process.execPath, build, { cwd: root, stdio: "inherit" });
  if (status !== 0) process.exit(status ?? 1);
  mkdirSync(path.dirname(stamp), { recursive: true });
  writeFileSync(stamp, key);
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
