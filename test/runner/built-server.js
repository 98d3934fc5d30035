const { execFileSync } = require("node:child_process");
const path = require("node:path");

/** Before suites that start the hub as a process: its bundle, built if it is outdated. Once for all workers. */
module.exports = () => {
  const root = path.resolve(__dirname, "../..");
  execFileSync(process.execPath, ["tools/build-what-changed.js"], { cwd: root, stdio: "ignore" });
};
