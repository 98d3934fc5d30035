import { BeginAgain, type HubChanges, type HubFiles } from "./hub-files";
import { type MirrorState, mirrorFolder, type Rows } from "./mirror-folder";

/** What a run did. */
export interface Mirrored {
  /** Whether everything was copied, because there was no copy or the hub could not go on from it. */
  readonly isWhole: boolean;
  /** Changes that were applied. */
  readonly changes: number;
}

/**
 * Brings a folder up to date with a hub. The first run copies the whole sets of one version. Every later run asks for the changes since, and
 * replaces the rows of each changed record by its present ones: a change that comes twice, or a run that begins again, makes no
 * difference. Sets without changes are copied again when their hash differs.
 */
export async function mirror(hub: HubFiles, folder: string): Promise<Mirrored> {
  const files = mirrorFolder(folder);
  const before = await files.state();
  if (before === null) return { isWhole: true, changes: await copyAll() };
  try {
    return { isWhole: false, changes: await follow(before) };
  } catch (error) {
    if (!(error instanceof BeginAgain)) throw error;
    return { isWhole: true, changes: await copyAll() };
  }

  /** The exports first, then what changed since. */
  async function copyAll(): Promise<number> {
    const manifest = await hub.manifest();
    if (manifest.changesCursor === null) throw new Error("The hub lists no changes yet.");
    const sets: Record<string, MirrorState["sets"][string]> = {};
    for (const { name, recordKey, isFollowed, files: all } of manifest.sets) {
      const file = all.find((each) => each.name === `${name}.ndjson`)!;
      await files.saveSet(name, await hub.file(manifest, file));
      sets[name] = { recordKey, isFollowed, sha256: isFollowed ? null : file.sha256 };
    }
    const state = { cursor: manifest.changesCursor, sets };
    await files.saveState(state);
    return follow(state);
  }

  async function follow(state: MirrorState): Promise<number> {
    const changed = new Map<string, Rows>();
    let { cursor } = state;
    let changes = 0;
    let page: HubChanges;
    do {
      page = await hub.changes(cursor);
      for (const { code, rows } of page.changes)
        for (const [set, own] of Object.entries(rows)) {
          const of = changed.get(set) ?? (await files.rows(set, state.sets[set]?.recordKey ?? "code"));
          changed.set(set, of);
          if (own.length === 0) of.delete(code);
          else
            of.set(
              code,
              own.map((row) => JSON.stringify(row)),
            );
        }
      changes += page.changes.length;
      cursor = page.cursor;
    } while (page.hasMore);
    for (const [set, rows] of changed) await files.saveRows(set, rows);
    await files.saveState({ cursor, sets: await copiedAgain(state.sets) });
    return changes;
  }

  /** Sets whose changes are not listed, if their file differs. */
  async function copiedAgain(sets: MirrorState["sets"]): Promise<MirrorState["sets"]> {
    const manifest = await hub.manifest();
    const now = { ...sets };
    for (const { name, recordKey, isFollowed, files: all } of manifest.sets) {
      const file = all.find((each) => each.name === `${name}.ndjson`)!;
      if (isFollowed || sets[name]?.sha256 === file.sha256) continue;
      await files.saveSet(name, await hub.file(manifest, file));
      now[name] = { recordKey, isFollowed, sha256: file.sha256 };
    }
    return now;
  }
}
