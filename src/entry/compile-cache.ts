import * as module from "node:module";

/** Imported first by local programs: Node 22 keeps compiled code, which shortens the next start. Node 20 does not have it. */
const { enableCompileCache } = module as { readonly enableCompileCache?: () => unknown };
enableCompileCache?.();
