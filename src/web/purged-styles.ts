import { readFile } from "node:fs/promises";
import { dirname } from "node:path";
import type { Plugin } from "esbuild";
import { PurgeCSS } from "purgecss";

/**
 * esbuild plugin: of the style sheet of bootstrap-italia, 90 kB gzipped, what the sources of the page name. Classes are
 * found as words in any text, so those that a script chooses must be written in full somewhere.
 * @param content patterns of the sources.
 */
export function purgedStyles(content: readonly string[]): Plugin {
  return {
    name: "purged-styles",
    setup(build) {
      build.onLoad({ filter: /bootstrap-italia(\.min)?\.css$/ }, async ({ path }) => {
        // Its fonts are declared by the page, which loads them from itself.
        const css = (await readFile(path, "utf8")).replace(/@font-face\s*\{[^}]*\}/g, "");
        const [purged] = await new PurgeCSS().purge({
          content: [...content],
          css: [{ raw: css }],
          keyframes: true,
          variables: true,
        });
        return { contents: purged?.css ?? "", loader: "css", resolveDir: dirname(path) };
      });
    },
  };
}
