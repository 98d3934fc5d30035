import { Hono } from "hono";
import { serveFile, webHeaders } from "./web-folder";
import { webPolicies } from "./web-policies";

/**
 * Serves the built playground under `/playground/`.
 * @param options.directory the folder that `buildPlayground` wrote; it may be missing.
 */
export function playgroundRoutes({ directory }: { readonly directory: string }): Hono {
  const app = new Hono();
  const folder = { directory, name: "The playground" };
  // Relative, because the hub may live under a prefix that it does not know.
  app.get("/playground", (c) => c.redirect(`playground/${new URL(c.req.url).search}`));
  app.use("/playground/*", webHeaders(webPolicies.playground));
  app.get("/playground/", (c) => serveFile(c, folder, "index.html"));
  app.get("/playground/:name{.+}", (c) => serveFile(c, folder, c.req.param("name")));
  return app;
}
