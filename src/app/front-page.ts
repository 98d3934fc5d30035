import { Hono } from "hono";
import { serveFile, webHeaders } from "./web-folder";

/** The page may load its own files and ask its own hub, whatever text the data contains. */
const policyFor = (ancestors: "'none'" | "*"): string =>
  [
    "default-src 'none'",
    "base-uri 'none'",
    "connect-src 'self'",
    "font-src 'self'",
    "form-action 'none'",
    `frame-ancestors ${ancestors}`,
    // The style sheet contains small pictures as data, and a chart becomes a picture through one.
    "img-src 'self' data:",
    "script-src 'self'",
    "style-src 'self'",
  ].join("; ");

/**
 * Serves the built page: at `/`, and at `/embed` for the frames of other sites. Its files are under `/page/`.
 * @param options.directory the folder that `buildPage` wrote; it may be missing.
 */
export function frontPageRoutes({ directory }: { readonly directory: string }): Hono {
  const app = new Hono();
  const folder = { directory, name: "The page" };
  app.use("/", webHeaders(policyFor("'none'"), { asksForPosition: true }));
  app.use("/page/*", webHeaders(policyFor("'none'")));
  app.use("/embed", webHeaders(policyFor("*")));
  for (const path of ["/", "/embed"]) app.get(path, (c) => serveFile(c, folder, "index.html"));
  app.get("/page/:name{.+}", (c) => serveFile(c, folder, c.req.param("name")));
  return app;
}
