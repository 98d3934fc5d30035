import { unlink } from "node:fs/promises";
import { get, type Server } from "node:http";
import path from "node:path";
import { HubError } from "../../domain/kit/errors";

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

/** Replaces the socket of a dead owner, if there is one. Only the holder of the data may call it. */
export async function listen(server: Server, socket: string): Promise<void> {
  await unlink(socket).catch(() => undefined);
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(socket, resolve);
  });
}
