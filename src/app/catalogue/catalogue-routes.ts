import { Hono, type Context as HonoContext } from "hono";
import { etag } from "hono/etag";
import { answer } from "../answer";
import type { Exports } from "../exports/exports";
import { nothingYet } from "../exports/nothing-yet";
import { catalogueOf } from "./catalogue";
import type { CatalogueSettings } from "./settings";

interface CatalogueRoutes {
  readonly exports: Exports;
  readonly settings: CatalogueSettings;
  /** The address that clients use, with a slash at its end; that of the request if `null`. */
  readonly publicUrl: string | null;
}

/** The catalogue of the exported sets, for harvesters: JSON-LD, and the same as Turtle. */
export function catalogueRoutes({ exports, settings, publicUrl }: CatalogueRoutes): Hono {
  const app = new Hono();

  const serve =
    (mediaType: string, write: (catalogue: object) => string | Promise<string>) =>
    async (c: HonoContext): Promise<Response> => {
      const manifest = await exports.current();
      if (manifest === null) return nothingYet();
      const base = publicUrl ?? new URL("/", c.req.url).href;
      return answer(await write(catalogueOf(manifest, settings, base)), 200, {
        "cache-control": "public, max-age=60",
        "content-type": `${mediaType}; charset=utf-8`,
        // Its addresses begin with that of the request.
        ...(publicUrl === null && { vary: "host" }),
      });
    };

  app.use("/catalogue.*", etag());
  app.get(
    "/catalogue.jsonld",
    serve("application/ld+json", (catalogue) => `${JSON.stringify(catalogue, null, 2)}\n`),
  );
  app.get("/catalogue.ttl", serve("text/turtle", asTurtle));
  app.get("/catalogue", (c) => c.redirect("catalogue.ttl", 303));
  return app;
}

function asTurtle(catalogue: object): Promise<string> {
  // Loaded for the first harvester: a start does not wait for it.
  const { turtleOf } = require("./turtle") as typeof import("./turtle");
  return turtleOf(catalogue);
}
