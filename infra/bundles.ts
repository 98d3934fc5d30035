/** The functions of the hub, by the names of their bundles under `dist/`. */
export const bundleNames = [
  "api",
  "brake",
  "canary",
  "check",
  "data",
  "export",
  "ingest",
  "migrate",
  "site",
  "stream",
  "upload",
  "webhooks",
] as const;

export type BundleName = (typeof bundleNames)[number];

/** The folder of each bundle, which is uploaded unchanged; its `index.js` exports `handler`. */
export type Bundles = Readonly<Record<BundleName, string>>;

/** Where `npm run build` writes them. */
export const builtBundles: Bundles = bundlesAt((name) =>
  name === "api" ? "dist/lambda" : `dist/lambda-${name}`,
);

/** A folder for each bundle. */
export function bundlesAt(folderOf: (name: BundleName) => string): Bundles {
  return Object.fromEntries(bundleNames.map((name) => [name, folderOf(name)])) as Record<BundleName, string>;
}
