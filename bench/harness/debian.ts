import { existsSync } from "node:fs";
import { run } from "./processes";

/**
 * A program of a Debian package, which is installed if it is absent.
 * @returns its path.
 * @throws Error that says why it is not to be had.
 */
export async function fromDebian(
  program: string,
  debianPackage: string,
  places: readonly string[],
): Promise<string> {
  const found = () => [...places, ...onPath()].map((folder) => `${folder}/${program}`).find(existsSync);
  const there = found();
  if (there !== undefined) return there;
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get"))
    throw new Error(`${program} is missing: install ${debianPackage}`);
  const env = { DEBIAN_FRONTEND: "noninteractive" };
  const install = ["install", "-y", "-qq", "--no-install-recommends", debianPackage];
  await run({ command: "apt-get", args: ["update", "-qq"], env });
  await run({ command: "apt-get", args: install, env });
  const installed = found();
  if (installed === undefined) throw new Error(`${debianPackage} has no ${program}`);
  return installed;
}

const onPath = (): string[] => (process.env.PATH ?? "").split(":");
