import { randomUUID } from "node:crypto";
import { link, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { HubError } from "../../domain/kit/errors";

/**
 * Lets one download at a time work in a folder: two would write the same parts. The lock of a dead process is replaced.
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

/**
 * The lock is linked into place with its owner already in it: a lock that is created first and filled afterwards would
 * look, in between, like that of a dead process.
 */
async function take(lock: string, folder: string): Promise<void> {
  const owner = `${process.pid}-${randomUUID()}`;
  const own = `${lock}.${owner}`;
  try {
    await writeFile(own, owner);
    for (let attempt = 1; !(await linked(own, lock)); attempt++) {
      const other = await ownerOf(lock);
      const pid = Number.parseInt(other, 10);
      if (attempt > 1 || isAlive(pid))
        throw new HubError("ALREADY_EXISTS", "download", { folder, pid }, { where: "to" });
      await removeLockOf(other, lock, own);
    }
  } catch (cause) {
    if (cause instanceof HubError) throw cause;
    const values = { place: folder, reason: String((cause as NodeJS.ErrnoException).code) };
    throw new HubError("BAD_USER_INPUT", "notWritable", values, { where: "to", cause });
  } finally {
    await rm(own, { force: true });
  }
}

const ownerOf = (lock: string): Promise<string> => readFile(lock, "utf8").catch(() => "");

/** `false` if a file of that name exists. */
const linked = (own: string, name: string): Promise<boolean> =>
  link(own, name).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === "EEXIST") return false;
      throw error;
    },
  );

/** One process at a time may remove the lock of a dead owner, and only while it is still the same lock. */
async function removeLockOf(owner: string, lock: string, own: string): Promise<void> {
  const turn = `${lock}.after-${owner}`;
  if (!(await linked(own, turn))) return;
  if ((await ownerOf(lock)) === owner) await rm(lock, { force: true });
  await rm(turn, { force: true });
}

function isAlive(pid: number): boolean {
  if (!Number.isSafeInteger(pid) || pid <= 0) return false;
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
