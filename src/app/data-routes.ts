import { readFileSync } from "node:fs";
import path from "node:path";
import type { Hono } from "hono";
import type { Change } from "../projections/projection";
import type { Table } from "../storage/engine/table";
import { catalogueRoutes } from "./catalogue/catalogue-routes";
import type { CatalogueSettings } from "./catalogue/settings";
import { committedSchema } from "./committed-schema";
import { exportRoutes } from "./exports/export-routes";
import type { Exports } from "./exports/exports";
import type { ContextOf } from "./graphql-route";
import { hsdsApp } from "./hsds/hsds-app";
import type { Log } from "./log";
import { once } from "./once";
import type { PublishedVersion } from "./published-versions";
import type { VersionContext } from "./reading-context";
import { wellKnown } from "./well-known";

/** What routes beside GraphQL need of a hub. */
interface RouteParts {
  readonly table: Table;
  readonly log: Log;
  readonly contextOf: ContextOf<VersionContext>;
  /** Publishes what a route wrote. */
  readonly follow: (changes: readonly Change[]) => void;
  /** The version that is published now. */
  readonly version: () => Promise<PublishedVersion>;
  /** Milliseconds that an answer may take. */
  readonly deadlineMs: number;
}

export type MoreRoutes = (parts: RouteParts) => readonly Hono[];

interface DataRoutes {
  /** The files; there are none if `null`. */
  readonly exportsOf: ((parts: Pick<RouteParts, "log" | "table">) => Exports) | null;
  /** What the catalogue of the files says of its publisher; there is none if `null`. */
  readonly settings: CatalogueSettings | null;
  /** The address that clients use, with a slash at its end; that of each request if `null`. */
  readonly publicUrl: string | null;
  /** The folder with the description of HSDS; default `schema` of this project. */
  readonly schemaDir?: string;
}

/** The data in the forms of others: as files with their catalogue, and as HSDS. */
export const dataRoutes =
  ({ exportsOf, settings, publicUrl, schemaDir = committedSchema }: DataRoutes): MoreRoutes =>
  (parts) => {
    const exports = exportsOf?.(parts) ?? null;
    return [
      ...(exports === null ? [] : [exportRoutes({ exports, ...parts })]),
      ...(exports === null || settings === null ? [] : [catalogueRoutes({ exports, settings, publicUrl })]),
      hsdsApp({
        ...parts,
        description: once(() => readFileSync(path.join(schemaDir, "hsds.openapi.json"), "utf8")),
      }),
      wellKnown({ email: settings?.contact.email ?? null, publicUrl }),
    ];
  };
