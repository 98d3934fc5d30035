import module from "node:module";
import path from "node:path";

/** Of Node 22 and later; the types are those of the oldest Node that runs the hub. */
const { enableCompileCache } = module as { readonly enableCompileCache?: (folder: string) => unknown };

/**
 * `npm start`. What a start has compiled is kept at its end for the next one, so the code of the hub is a file of its own. A
 * folder that cannot be written only means that it is compiled at each start.
 */
enableCompileCache?.(path.resolve(__dirname, "../compiled"));
require("./serve");
