/** Loaded into the process of a hub before its code: says on request what the process has used. Runs with --expose-gc. */
process.on("message", (question) => {
  if (question === "collect") for (let i = 0; i < 3; i++) globalThis.gc();
  const { user, system } = process.cpuUsage();
  const { heapUsed, rss, external } = process.memoryUsage();
  process.send({ cpuMs: (user + system) / 1_000, heapUsed, rss, external });
});
