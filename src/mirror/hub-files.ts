import { createHash } from "node:crypto";

/** What the client needs of the list of exported files, `/exports/index.json`. */
export interface HubManifest {
  readonly id: string;
  readonly version: number;
  readonly changesCursor: string | null;
  readonly sets: readonly HubSet[];
}

export interface HubSet {
  readonly name: string;
  /** The property of a row that has the code of its record. */
  readonly recordKey: string;
  /** Whether changes of its records are listed; the file of another set is taken again as a whole. */
  readonly isFollowed: boolean;
  readonly files: readonly { readonly name: string; readonly sha256: string }[];
}

/** A line of `/exports/changes.ndjson`. */
interface HubChange {
  readonly code: string;
  /** The present rows of the record, by set; an empty list where it has none. */
  readonly rows: Readonly<Record<string, readonly object[]>>;
}

export interface HubChanges {
  readonly changes: readonly HubChange[];
  /** Where to go on. */
  readonly cursor: string;
  readonly hasMore: boolean;
}

/** The hub cannot go on from a cursor: it is older than its list of changes, or the data was restored since. */
export class BeginAgain extends Error {}

/** How often a request is sent again, with pauses that double from one second. */
const attempts = 6;

/**
 * The files of a hub over HTTP.
 * @param base address of the hub, with a slash at its end.
 * @param fetchFrom as `fetch`.
 */
export function hubFiles(base: string, fetchFrom: typeof fetch = fetch, pause = usualPause) {
  async function get(path: string): Promise<Response> {
    for (let attempt = 1; ; attempt++) {
      const response = await fetchFrom(new URL(path, base)).catch((error: unknown) => {
        if (attempt === attempts) throw error;
        return null;
      });
      if (response?.ok) return response;
      if (response?.status === 410) throw new BeginAgain(await response.text());
      const isTemporary = response === null || response.status >= 500 || response.status === 429;
      if (!isTemporary || attempt === attempts)
        throw new Error(`${path} was answered with ${response!.status}: ${await response!.text()}`);
      await pause(Number(response?.headers.get("retry-after") ?? 0) || 2 ** (attempt - 1));
    }
  }

  return {
    manifest: async () => (await (await get("exports/index.json")).json()) as HubManifest,
    /** A file of one version. @throws Error if its bytes are not those that the manifest states. */
    async file({ id }: HubManifest, { name, sha256 }: HubSet["files"][number]): Promise<string> {
      const bytes = Buffer.from(await (await get(`exports/versions/${id}/${name}`)).arrayBuffer());
      const found = createHash("sha256").update(bytes).digest("hex");
      if (found !== sha256) throw new Error(`${name} arrived damaged: its SHA-256 is ${found}.`);
      return bytes.toString();
    },
    /** The next changes. @throws BeginAgain. */
    async changes(after: string): Promise<HubChanges> {
      const response = await get(`exports/changes.ndjson?after=${encodeURIComponent(after)}`);
      const lines = (await response.text()).split("\n").filter((line) => line !== "");
      return {
        changes: lines.map((line) => JSON.parse(line) as HubChange),
        cursor: response.headers.get("x-changes-cursor") ?? after,
        hasMore: response.headers.get("x-changes-more") === "true",
      };
    },
  };
}

export type HubFiles = ReturnType<typeof hubFiles>;

const usualPause = (seconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, seconds * 1_000));
