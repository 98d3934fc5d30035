import { execFileSync } from "node:child_process";
import { mkdtemp, rm, statfs, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

export interface SmallDisk {
  readonly folder: string;
  /** Leaves so many bytes. @returns what makes room again. */
  fill(leftBytes: number): Promise<() => Promise<void>>;
  remove(): Promise<void>;
}

/** A small disk of its own, in memory; `null`, with a word, where this process may not mount one. */
export async function smallDisk(megabytes: number): Promise<SmallDisk | null> {
  const folder = await mkdtemp(path.join(tmpdir(), "vicinato-"));
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", `size=${megabytes}m`, "tmpfs", folder], { stdio: "ignore" });
  } catch {
    await rm(folder, { recursive: true });
    process.stdout.write("A small disk cannot be mounted here: a full disk was not tried.\n");
    return null;
  }
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
