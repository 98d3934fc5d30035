import crypto from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import S3rver from "s3rver";

/** The only key that the server knows. */
export const bucketKey = { accessKeyId: "S3RVER", secretAccessKey: "S3RVER" };
export const bucketName = "exported-files";

/** The server marks pages of lists by DES, which OpenSSL 3 no longer has. Three times DES with one key is the same. */
function reviveDes(): void {
  for (const name of ["createCipheriv", "createDecipheriv"] as const) {
    const current = crypto[name] as (algorithm: string, key: Buffer, iv: Buffer) => unknown;
    Object.assign(crypto, {
      [name]: (algorithm: string, key: Buffer, iv: Buffer) =>
        algorithm === "des"
          ? current("des-ede3-cbc", Buffer.concat([key, key, key]), iv)
          : current(algorithm, key, iv),
    });
  }
}

interface RunningBucket {
  /** Of the server, by number: S3 clients then name the bucket in the path. */
  readonly endpoint: string;
  close(): Promise<void>;
}

/** A server that speaks S3, with one empty bucket in a folder of its own. */
export async function startBucket(): Promise<RunningBucket> {
  reviveDes();
  const directory = await mkdtemp(path.join(tmpdir(), "vicinato-bucket-"));
  const server = new S3rver({
    ...{ address: "127.0.0.1", port: 0, silent: true, directory },
    configureBuckets: [{ name: bucketName, configs: [] }],
  });
  const { port } = await server.run();
  return {
    endpoint: `http://127.0.0.1:${port}`,
    async close() {
      // Clients keep their connections.
      const closed = server.close();
      server.httpServer.closeAllConnections();
      await closed;
      await rm(directory, { recursive: true, force: true });
    },
  };
}
