import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { cp, mkdir, mkdtemp, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { promisify } from "node:util";
import { buildServer, type ServerBundle } from "../../src/app/build-server";
import { envNames } from "../../src/app/env";
import { packedStarter } from "../../src/entry/load-seeds";

const root = path.resolve(__dirname, "../..");
const read = (file: string): string => readFileSync(path.join(root, file), "utf8");
const manifest = JSON.parse(read("package.json")) as Record<string, Record<string, string>>;

/** The instructions of the Dockerfile, each as its name and the rest of its line. */
const instructions = read("Dockerfile")
  .split("\n")
  .filter((line) => line !== "" && !line.startsWith("#"))
  .map((line) => /^([A-Z]+) (.*)$/.exec(line)!.slice(1) as [name: string, rest: string]);
const finalStage = instructions.slice(instructions.findLastIndex(([name]) => name === "FROM"));
const all = (name: string, among = instructions): string[] =>
  among.filter(([found]) => found === name).map(([, rest]) => rest);

const environment = Object.fromEntries(
  all("ENV", finalStage).flatMap((line) =>
    line.split(" ").map((pair) => pair.split("=") as [string, string]),
  ),
);
const command = JSON.parse(all("CMD", finalStage)[0]!) as string[];
const healthCheck = JSON.parse(/CMD (\[.*\])$/.exec(all("HEALTHCHECK", finalStage)[0]!)![1]!) as string[];
/** What the image takes from the stage that builds. */
const taken = all("COPY", finalStage)
  .flatMap((line) => line.replace("--from=build ", "").split(" ").slice(0, -1))
  .map((file) => path.relative("/hub", file));

let image: string;
let bundle: ServerBundle;
beforeAll(async () => {
  image = await mkdtemp(path.join(tmpdir(), "vicinato-image-"));
  bundle = await buildServer({ outDir: path.join(image, "dist/server") });
  // As the image is laid out: what it takes, and nothing else of the project.
  for (const file of taken.filter((name) => name !== "dist"))
    await (["data", "node_modules", "schema"].includes(file)
      ? symlink(path.join(root, file), path.join(image, file))
      : cp(path.join(root, file), path.join(image, file)));
  // What npm ci packed; without it the first start loads all data itself.
  if (existsSync(packedStarter)) await symlink(packedStarter, path.join(image, "dist/starter"));
  await mkdir(path.join(image, "kept"));
});
afterAll(() => rm(image, { recursive: true }));

interface Started {
  readonly process: ChildProcess;
  readonly lines: readonly string[];
  readonly port: string;
}

/** Runs the command of the image with its environment, but for the folder of the data and the port. */
async function start(): Promise<Started> {
  const [program, ...args] = command;
  expect(program).toBe("node");
  const started = spawn(process.execPath, args, {
    cwd: image,
    env: { ...environment, [envNames.dataDir]: path.join(image, "kept"), PORT: "0" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const lines: string[] = [];
  for await (const line of createInterface({ input: started.stdout! })) {
    lines.push(line);
    if (line.startsWith("Data is kept in")) break;
  }
  return { process: started, lines, port: /localhost:(\d+)\/graphql/.exec(lines.join("\n"))?.[1] ?? "none" };
}

test("the bundle loads production dependencies only", () => {
  expect(bundle.files).toContain("local.js");
  expect(bundle.packages).toContain("dynalite");
  const production = Object.keys(manifest.dependencies!);
  expect(bundle.packages.filter((name) => !production.includes(name))).toEqual([]);
});

test("a package beside the bundle has all names that the code imports of it", () => {
  const folder = path.join(image, "dist/server");
  const packages = Object.keys(manifest.dependencies!).filter((name) =>
    existsSync(path.join(folder, `${path.basename(name)}.js`)),
  );
  expect(packages.length).toBeGreaterThan(4);
  const missing = readdirSync(path.join(root, "src"), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .flatMap((file) => {
      const imports = read(path.join("src", file)).matchAll(/^import \{([^}]*)\} from "([^"]+)";/gm);
      return [...imports].flatMap(([, names, from]) =>
        packages.includes(from!)
          ? names!
              .split(",")
              .map((name) => name.trim())
              .filter((name) => name !== "" && !name.startsWith("type "))
              .filter((name) => !(name in require(path.join(folder, `${path.basename(from!)}.js`))))
              .map((name) => `${file}: ${name} of ${from}`)
          : [],
      );
    });
  expect(missing).toEqual([]);
});

test("both stages are the recommended Node, and what they name exists", () => {
  const images = all("FROM").map((line) => line.replace(/ AS \w+$/, ""));
  expect(new Set(images).size).toBe(1);
  expect(images[0]).toMatch(new RegExp(`^node:${read(".nvmrc").trim()}\\.\\d+\\.\\d+-slim$`));
  // Which builds everything that the image serves.
  expect(all("RUN")[0]).toMatch(/^npm ci /);
  expect(manifest.scripts!.prepare).toBe("node tools/build-what-changed.js");
  expect(Object.keys(environment).filter((name) => name !== "NODE_ENV")).toEqual([
    envNames.dataDir,
    envNames.host,
  ]);
  expect(all("VOLUME", finalStage)).toEqual([environment[envNames.dataDir]]);
  expect(all("USER", finalStage)).toEqual(["node"]);
});

test("the context of the build has all that the build needs, and no other file of this machine", () => {
  const [everything, ...allowed] = read(".dockerignore")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"));
  expect(everything).toBe("*");
  const files = allowed.map((line) => line.replace(/^!/, ""));
  expect(files.filter((file) => !existsSync(path.join(root, file)))).toEqual([]);
  const made = ["dist", "node_modules"];
  expect(taken.filter((file) => !made.includes(file) && !files.includes(file))).toEqual([]);
  expect(bundle.folders.filter((folder) => !files.includes(folder))).toEqual([]);
  expect(files).toEqual(
    expect.arrayContaining(["package-lock.json", "src", "tools/build-what-changed.js", "tsconfig.json"]),
  );
});

test("the image starts, answers on every address, is healthy, and stops at a signal", async () => {
  const { process: hub, lines, port } = await start();
  const check = () =>
    promisify(execFile)(process.execPath, healthCheck.slice(1), { env: { PORT: port } }).then(
      () => "healthy",
      () => "unhealthy",
    );
  try {
    expect(lines).toContain(`Other machines reach it through 0.0.0.0, port ${port}`);
    const response = await fetch(`http://127.0.0.1:${port}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ query: `{ strategy(code: "mi-over-net") { budget { total { cents } } } }` }),
    });
    expect(await response.json()).toMatchObject({
      data: { strategy: { budget: { total: { cents: 1051900000 } } } },
    });
    expect((await fetch(`http://127.0.0.1:${port}/schema.graphql`)).status).toBe(200);
    expect(await check()).toBe("healthy");
  } finally {
    hub.kill("SIGTERM");
  }
  expect(await once(hub, "exit")).toEqual([0, null]);
  expect(await check()).toBe("unhealthy");
});
