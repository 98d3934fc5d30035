import type { FileStore } from "../storage/files/file-store";
import { catalogueRoutes } from "./catalogue/catalogue-routes";
import type { CatalogueSettings } from "./catalogue/settings";
import type { MoreRoutes } from "./create-hub";
import { exportRoutes } from "./exports/export-routes";
import { exporter } from "./exports/exporter";
import { wellKnown } from "./well-known";

interface DataRoutes {
  /** Where exported files lie. */
  readonly files: FileStore;
  /** What the catalogue says of its publisher; there is none if `null`. */
  readonly settings: CatalogueSettings | null;
  /** The address that clients use, with a slash at its end; that of each request if `null`. */
  readonly publicUrl: string | null;
}

/** The data as files, and the catalogue of them. */
export const dataRoutes =
  ({ files, settings, publicUrl }: DataRoutes): MoreRoutes =>
  ({ table, log, ...parts }) => {
    const exports = exporter({ table, files, log });
    return [
      exportRoutes({ exporter: exports, ...parts }),
      wellKnown({ email: settings?.contact.email ?? null, publicUrl }),
      ...(settings === null ? [] : [catalogueRoutes({ exporter: exports, settings, publicUrl })]),
    ];
  };
