import { readFile } from "node:fs/promises";
import { dirname } from "node:path";
import type { Plugin } from "esbuild";

const inlinedFont = /url\(data:font\/(\w+);base64,([^)]+)\)/g;

/**
 * esbuild plugin: GraphiQL's style sheet contains 35 fonts as base64, two thirds of its size. From files the browser
 * loads only those whose characters are on the page, and the policy needs no `data:` for fonts.
 */
export function fontsAsFiles(): Plugin {
  const fonts = new Map<string, Buffer>();
  return {
    name: "fonts-as-files",
    setup(build) {
      build.onLoad({ filter: /graphiql[\\/]dist[\\/]style\.css$/ }, async ({ path }) => {
        const css = await readFile(path, "utf8");
        const contents = css.replace(inlinedFont, (_match, format: string, base64: string) => {
          const name = `font-${fonts.size}.${format}`;
          fonts.set(name, Buffer.from(base64, "base64"));
          return `url("inlined:${name}")`;
        });
        return { contents, loader: "css", resolveDir: dirname(path) };
      });
      build.onResolve({ filter: /^inlined:/ }, ({ path }) => ({
        path: path.slice("inlined:".length),
        namespace: "inlined-font",
      }));
      build.onLoad({ filter: /.*/, namespace: "inlined-font" }, ({ path }) => ({
        contents: fonts.get(path),
        loader: "file",
      }));
    },
  };
}
