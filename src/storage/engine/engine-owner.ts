import { get } from "node:http";
import path from "node:path";
import { HubError } from "../../domain/kit/errors";
import { engineFolder, missingFile } from "./data-folder";
import { type EmbeddedEngine, hold } from "./engine-holder";
import { type EngineThread, holdInThread } from "./engine-thread";
import { dataFolderUnusable } from "./store-error";

/**
 * Owns the data, if no other process does, and serves it to others of the same user if shared.
 * @param thread holds the data; `null` holds it in the thread of the caller.
 * @returns `null` if another process was faster.
 * @throws HubError STORE_REFUSED for a damaged folder, before anything in it is touched.
 */
export async function own(
  socket: string,
  dataDir: string,
  share: boolean,
  thread: EngineThread | null,
): Promise<EmbeddedEngine | null> {
  const folder = engineFolder(dataDir);
  const file = await missingFile(folder).catch((error: Error) => {
    throw dataFolderUnusable(dataDir, error);
  });
  if (file !== null) throw new HubError("STORE_REFUSED", "folderDamaged", { dataDir, file });
  const place = { socket, folder, share };
  try {
    return thread === null ? await hold(place) : await holdInThread(thread, place);
  } catch (error) {
    // LevelDB gives the reason in the cause.
    const { cause = error } = error as { readonly cause?: unknown };
    if ((cause as NodeJS.ErrnoException).code === "LEVEL_LOCKED") return null;
    throw dataFolderUnusable(dataDir, cause, error);
  }
}

/** A path within the 104 bytes that some systems allow for a socket, relative if that is shorter. */
export function socketPath(dataDir: string): string {
  const absolute = path.resolve(dataDir, "engine.sock");
  if (process.platform === "win32") return path.join("\\\\?\\pipe", absolute);
  const relative = path.relative(process.cwd(), absolute);
  const shortest = relative.length < absolute.length ? relative : absolute;
  if (Buffer.byteLength(shortest) > 103) throw new HubError("STORE_REFUSED", "pathTooLong", { dataDir });
  return shortest;
}

/** An owner that does not answer within this time counts as busy. */
const probeMs = 2_000;

/** The owner of the data: nobody, a server that shares it, or a busy process. */
export function probe(socket: string): Promise<"nobody" | "sharing" | "busy"> {
  return new Promise((resolve) => {
    const request = get({ socketPath: socket, path: "/", timeout: probeMs }, (response) => {
      response.resume();
      resolve(response.statusCode === 200 ? "sharing" : "busy");
    });
    request.on("timeout", () => request.destroy());
    request.on("error", ({ code }: NodeJS.ErrnoException) =>
      resolve(code === "ENOENT" || code === "ECONNREFUSED" ? "nobody" : "busy"),
    );
  });
}
