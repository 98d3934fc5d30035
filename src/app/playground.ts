import { readFile } from "node:fs/promises";
import { extname, join } from "node:path";
import { type Context, Hono } from "hono";
import { etag } from "hono/etag";
import { problem } from "./answer";
import { acceptsGzip } from "./answers/encoding";

/** The page may load its own files and nothing else, whatever text the data contains. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "base-uri 'none'",
  "connect-src 'self'",
  "font-src 'self'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  // The editor's style sheet contains small pictures as data.
  "img-src 'self' data:",
  "script-src 'self'",
  // The editor writes its theme into <style> elements and positions each line with a style attribute.
  "style-src 'self' 'unsafe-inline'",
  "worker-src 'self'",
].join("; ");

/** The only file types that are served. */
const contentTypes: Readonly<Record<string, string>> = {
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

/**
 * Serves the built playground under `/playground/`. Reads files itself, so that it is the same on Node and on Lambda.
 * @param options.directory the folder that `buildPlayground` wrote; it may be missing.
 */
export function playgroundRoutes(options: { readonly directory: string }): Hono {
  const app = new Hono();
  // Relative, because the hub may live under a prefix that it does not know.
  app.get("/playground", (c) => c.redirect(`playground/${new URL(c.req.url).search}`));
  app.use("/playground/*", etag(), async (c, next) => {
    await next();
    c.header("content-security-policy", contentSecurityPolicy);
    // A link to the page carries the query, which may be private: other sites must not learn it.
    c.header("referrer-policy", "no-referrer");
    c.header("x-content-type-options", "nosniff");
  });
  app.get("/playground/", (c) => serve(c, options.directory, "index.html"));
  app.get("/playground/:name{.+}", (c) => serve(c, options.directory, c.req.param("name")));
  return app;
}

async function serve(c: Context, directory: string, name: string): Promise<Response> {
  const contentType = contentTypes[extname(name)];
  if (contentType === undefined || !flatName.test(name))
    return notFound(`The playground has no file ${name}.`);
  c.header("vary", "accept-encoding");
  const zipped = acceptsGzip(c.req.header("accept-encoding") ?? "")
    ? await read(directory, `${name}.gz`)
    : null;
  const contents = zipped ?? (await read(directory, name));
  if (contents === null) {
    const built = (await read(directory, "index.html")) !== null;
    return notFound(
      built
        ? `The playground has no file ${name}.`
        : "The playground has not been built: run `npm run build`.",
    );
  }
  if (zipped !== null) c.header("content-encoding", "gzip");
  c.header("cache-control", hashedName.test(name) ? "public, max-age=31536000, immutable" : "no-cache");
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
