import { type LambdaName, lambdaNames } from "../src/app/lambda-names";

/** The folder of each bundle, which is uploaded unchanged; its `index.js` exports `handler`. */
export type Bundles = Readonly<Record<LambdaName, string>>;

/** Where `npm run build` writes them. */
export const builtBundles: Bundles = bundlesAt((name) =>
  name === "api" ? "dist/lambda" : `dist/lambda-${name}`,
);

/** A folder for each bundle. */
export function bundlesAt(folderOf: (name: LambdaName) => string): Bundles {
  return Object.fromEntries(lambdaNames.map((name) => [name, folderOf(name)])) as Record<LambdaName, string>;
}
