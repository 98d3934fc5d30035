import { Hono } from "hono";
import { serveFile, webHeaders } from "./web-folder";
import { webPolicies } from "./web-policies";

/**
 * Serves the built page: at `/`, and at `/embed` for the frames of other sites. Its files are under `/page/`.
 * @param options.directory the folder that `buildPage` wrote; it may be missing.
 */
export function frontPageRoutes({ directory }: { readonly directory: string }): Hono {
  const app = new Hono();
  const folder = { directory, name: "The page" };
  app.use("/", webHeaders(webPolicies.frontPage, { asksForPosition: true }));
  app.use("/page/*", webHeaders(webPolicies.frontPage));
  app.use("/embed", webHeaders(webPolicies.embedded));
  for (const path of ["/", "/embed"]) app.get(path, (c) => serveFile(c, folder, "index.html"));
  app.get("/page/:name{.+}", (c) => serveFile(c, folder, c.req.param("name")));
  return app;
}
