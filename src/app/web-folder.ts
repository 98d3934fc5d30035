import { readFile } from "node:fs/promises";
import { extname, join } from "node:path";
import type { Context, MiddlewareHandler } from "hono";
import { every } from "hono/combine";
import { etag } from "hono/etag";
import { problem } from "./answer";
import { acceptsGzip } from "./answers/encoding";

/** The only file types that are served. */
export const contentTypes: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".ttf": "font/ttf",
  ".txt": "text/plain; charset=utf-8",
  ".woff": "font/woff",
  ".woff2": "font/woff2",
};

/** The build is one flat folder, so a name has no separator, and no name begins with a dot. */
const flatName = /^[\w-]+(?:\.[\w-]+)+$/;

/** The build puts a hash of the contents into the name: such a file never changes. */
const hashedName = /-[A-Z0-9]{8}\./;

/** How long a file of that name holds. */
export const freshnessOf = (name: string): string =>
  hashedName.test(name) ? "public, max-age=31536000, immutable" : "no-cache";

/** A built folder of `src/web`; it may be missing. Files are read here, so that it is the same on Node and on Lambda. */
export interface WebFolder {
  readonly directory: string;
  /** As errors name it, for example "The playground". */
  readonly name: string;
}

/**
 * Headers of the files of an application for browsers: its policy, and no address of it for other sites.
 * @param asksForPosition whether it may ask the browser for the position of its visitor.
 */
export const webHeaders = (
  contentSecurityPolicy: string,
  { asksForPosition = false }: { readonly asksForPosition?: boolean } = {},
): MiddlewareHandler =>
  every(etag(), async (c: Context, next: () => Promise<void>) => {
    await next();
    c.header("content-security-policy", contentSecurityPolicy);
    c.header("permissions-policy", `geolocation=(${asksForPosition ? "self" : ""})`);
    // A link to the page carries what somebody asks for, which may be private: other sites must not learn it.
    c.header("referrer-policy", "no-referrer");
    c.header("x-content-type-options", "nosniff");
  });

/** Answers with a file of the folder, or 404. */
export async function serveFile(
  c: Context,
  { directory, name: title }: WebFolder,
  name: string,
): Promise<Response> {
  const contentType = contentTypes[extname(name)];
  if (contentType === undefined || !flatName.test(name)) return notFound(`${title} has no file ${name}.`);
  c.header("vary", "accept-encoding");
  const zipped = acceptsGzip(c.req.header("accept-encoding") ?? "")
    ? await read(directory, `${name}.gz`)
    : null;
  const contents = zipped ?? (await read(directory, name));
  if (contents === null) {
    const built = (await read(directory, "index.html")) !== null;
    return notFound(
      built ? `${title} has no file ${name}.` : `${title} has not been built: run \`npm run build\`.`,
    );
  }
  if (zipped !== null) c.header("content-encoding", "gzip");
  c.header("cache-control", freshnessOf(name));
  c.header("content-type", contentType);
  return c.body(contents);
}

async function read(directory: string, name: string): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    return await readFile(join(directory, name));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    // A name that is too long for a file is the name of none.
    if (code === "ENOENT" || code === "EISDIR" || code === "ENAMETOOLONG") return null;
    throw error;
  }
}

/** Not cached, so that a later build is found. */
const notFound = (detail: string): Response => problem(404, "Not Found", detail);
