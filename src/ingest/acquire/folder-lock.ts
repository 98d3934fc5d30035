import { readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { HubError } from "../../domain/errors";

/**
 * Lets one download work in a folder at a time: two would write the same parts. The lock of a process that is no
 * longer there is taken over.
 */
export async function withFolder<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const lock = path.join(folder, ".download.lock");
  await take(lock, folder);
  try {
    return await work();
  } finally {
    await rm(lock, { force: true });
  }
}

async function take(lock: string, folder: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await writeFile(lock, String(process.pid), { flag: "wx" });
    } catch (cause) {
      if ((cause as NodeJS.ErrnoException).code !== "EEXIST") throw notWritable(folder, cause);
      const holder = Number(await readFile(lock, "utf8").catch(() => ""));
      if (attempt > 1 || isAlive(holder)) throw taken(folder, holder);
      await rm(lock, { force: true });
    }
  }
}

function isAlive(pid: number): boolean {
  if (!Number.isSafeInteger(pid) || pid <= 0) return false;
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

const taken = (folder: string, pid: number): HubError =>
  new HubError("ALREADY_EXISTS", {
    message: `Another download (process ${pid}) is at work in ${folder}.`,
    messageIt: `Un altro scaricamento (processo ${pid}) è in corso in ${folder}.`,
    hint: "Wait until it has ended, or give another folder.",
    where: "to",
  });

const notWritable = (folder: string, cause: unknown): HubError =>
  new HubError("BAD_USER_INPUT", {
    message: `Nothing can be written to ${folder} (${(cause as NodeJS.ErrnoException).code}).`,
    messageIt: `Non si può scrivere in ${folder} (${(cause as NodeJS.ErrnoException).code}).`,
    hint: "Check the permissions of the folder.",
    where: "to",
    cause,
  });
