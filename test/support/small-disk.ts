import { execFileSync } from "node:child_process";
import { mkdtempSync, rmdirSync } from "node:fs";
import { mkdtemp, rm, statfs, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

export interface SmallDisk {
  readonly folder: string;
  /** Leaves so many bytes. @returns what makes room again. */
  fill(leftBytes: number): Promise<() => Promise<void>>;
  remove(): Promise<void>;
}

const mount = (folder: string, megabytes: number): unknown =>
  execFileSync("mount", ["-t", "tmpfs", "-o", `size=${megabytes}m`, "tmpfs", folder], { stdio: "ignore" });

/** Whether this process may mount one; where it may not, the tests with a small disk are skipped. */
export function canMountDisk(): boolean {
  const folder = mkdtempSync(path.join(tmpdir(), "vicinato-"));
  try {
    mount(folder, 1);
    execFileSync("umount", [folder]);
    return true;
  } catch {
    return false;
  } finally {
    rmdirSync(folder);
  }
}

/** A small disk of its own, in memory. */
export async function smallDisk(megabytes: number): Promise<SmallDisk> {
  const folder = await mkdtemp(path.join(tmpdir(), "vicinato-"));
  mount(folder, megabytes);
  const filler = path.join(folder, "filler");
  return {
    folder,
    async fill(leftBytes) {
      const { bavail, bsize } = await statfs(folder);
      await writeFile(filler, Buffer.alloc(Math.max(0, bavail * bsize - leftBytes)));
      return () => rm(filler);
    },
    async remove() {
      execFileSync("umount", [folder]);
      await rm(folder, { recursive: true });
    },
  };
}
