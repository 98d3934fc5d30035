import { mkdir, mkdtemp, readdir, rm } from "node:fs/promises";
import path from "node:path";

/** A new folder of this process in another one, from which it first removes those of processes that are no more. */
export async function ownFolder(parent: string): Promise<string> {
  await mkdir(parent, { recursive: true });
  for (const name of await readdir(parent))
    if (!isAlive(Number(name.split("-")[0])))
      await rm(path.join(parent, name), { recursive: true, force: true });
  return mkdtemp(path.join(parent, `${process.pid}-`));
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
