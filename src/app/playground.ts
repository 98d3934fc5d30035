import { Hono } from "hono";
import { serveFile, webHeaders } from "./web-folder";

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

/**
 * Serves the built playground under `/playground/`.
 * @param options.directory the folder that `buildPlayground` wrote; it may be missing.
 */
export function playgroundRoutes({ directory }: { readonly directory: string }): Hono {
  const app = new Hono();
  const folder = { directory, name: "The playground" };
  // Relative, because the hub may live under a prefix that it does not know.
  app.get("/playground", (c) => c.redirect(`playground/${new URL(c.req.url).search}`));
  app.use("/playground/*", webHeaders(contentSecurityPolicy));
  app.get("/playground/", (c) => serveFile(c, folder, "index.html"));
  app.get("/playground/:name{.+}", (c) => serveFile(c, folder, c.req.param("name")));
  return app;
}
