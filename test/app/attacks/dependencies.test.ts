import { readFileSync } from "node:fs";
import path from "node:path";

const read = (file: string) =>
  JSON.parse(readFileSync(path.resolve(__dirname, "../../..", file), "utf8")) as Record<string, unknown>;

interface Locked {
  readonly version: string;
  readonly integrity?: string;
  readonly link?: boolean;
  readonly inBundle?: boolean;
}

test("every package is pinned to one version, and locked with the hash of its content", () => {
  const { dependencies, devDependencies } = read("package.json") as Record<string, Record<string, string>>;
  const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(
    ([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version),
  );
  expect(loose).toEqual([]);
  const packages = Object.entries(read("package-lock.json").packages as Record<string, Locked>);
  expect(packages.length).toBeGreaterThan(200);
  const unlocked = packages.filter(
    ([name, { integrity, link, inBundle }]) => name !== "" && !integrity && !link && !inBundle,
  );
  expect(unlocked.map(([name]) => name)).toEqual([]);
});
