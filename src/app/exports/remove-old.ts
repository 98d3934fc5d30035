import type { FileStore } from "../../storage/files/file-store";
import { storedNames } from "./export-manifest";
import { readManifest } from "./exports";

const day = 24 * 60 * 60_000;
/** Milliseconds for which the files of a version stay after another one followed. */
const keptMs = 7 * day;

/**
 * Removes the manifests of old versions, and contents that no manifest names. Contents of the last day stay: a run that has not ended may
 * need them.
 * @param now milliseconds since 1970.
 */
export async function removeOld(files: FileStore, now: number): Promise<void> {
  const stored = await files.list("");
  const latest = await readManifest(files, storedNames.latest);
  const latestName = latest === null ? "" : storedNames.manifest(latest.id);
  const manifests = stored.filter(({ name }) => name.startsWith("versions/"));
  const old = manifests.filter(({ name, storedAt }) => name !== latestName && storedAt < now - keptMs);
  const gone = new Set(old.map(({ name }) => name));
  const needed = new Set<string>();
  for (const { name } of manifests) {
    if (gone.has(name)) continue;
    const manifest = await readManifest(files, name);
    for (const { sha256 } of manifest?.sets.flatMap((set) => set.files) ?? [])
      needed.add(storedNames.content(sha256)).add(storedNames.zipped(sha256));
  }
  const idle = stored.filter(
    ({ name, storedAt }) => name.startsWith("contents/") && !needed.has(name) && storedAt < now - day,
  );
  await files.remove([...gone, ...idle.map(({ name }) => name)]);
}
