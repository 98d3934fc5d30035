import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import path from "node:path";

/** What a mirror remembers from one run to the next. */
export interface MirrorState {
  /** Everything up to it is in the files. */
  readonly cursor: string;
  /** Of each set: its file, as the manifest described it, and the property with the code of the record. */
  readonly sets: Readonly<
    Record<
      string,
      { readonly recordKey: string; readonly isFollowed: boolean; readonly sha256: string | null }
    >
  >;
}

/** Lines of a set by the code of their record. */
export type Rows = Map<string, readonly string[]>;

const stateFile = "mirror.json";

/**
 * A folder with a file of NDJSON for each set, and the state of the mirror. The state is written after the files: a run that was killed
 * between the two applies the same changes again, which makes no difference.
 */
export function mirrorFolder(folder: string) {
  /** Under another name first: readers never see half a file. */
  async function write(name: string, text: string): Promise<void> {
    await mkdir(folder, { recursive: true });
    const target = path.join(folder, name);
    await writeFile(`${target}.part`, text);
    await rename(`${target}.part`, target);
  }

  const read = (name: string): Promise<string | null> =>
    readFile(path.join(folder, name), "utf8").catch((error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT") return null;
      throw error;
    });

  return {
    async state(): Promise<MirrorState | null> {
      const text = await read(stateFile);
      return text === null ? null : (JSON.parse(text) as MirrorState);
    },
    saveState: (state: MirrorState): Promise<void> => write(stateFile, `${JSON.stringify(state, null, 2)}\n`),
    saveSet: (set: string, text: string): Promise<void> => write(`${set}.ndjson`, text),
    async rows(set: string, recordKey: string): Promise<Rows> {
      const rows: Map<string, string[]> = new Map();
      for (const line of ((await read(`${set}.ndjson`)) ?? "").split("\n")) {
        if (line === "") continue;
        const code = String((JSON.parse(line) as Record<string, unknown>)[recordKey]);
        rows.set(code, [...(rows.get(code) ?? []), line]);
      }
      return rows;
    },
    /** In the order of the hub: by the code of the record. */
    saveRows: (set: string, rows: Rows): Promise<void> =>
      write(
        `${set}.ndjson`,
        [...rows.keys()]
          .sort((a, b) => (a < b ? -1 : 1))
          .flatMap((code) => rows.get(code)!.map((line) => `${line}\n`))
          .join(""),
      ),
  };
}
