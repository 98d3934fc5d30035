import { cp, rm } from "node:fs/promises";
import path from "node:path";
import { buildLambda } from "../app/build-lambda";
import { buildServer } from "../app/build-server";
import { buildPlayground } from "../web/build-playground";

/** `build playground`, `build server` or `build lambda`: what is served, started and deployed, under `dist/`. */
const root = path.resolve(__dirname, "../..");
const playground = path.join(root, "dist/playground");

async function main(target: string | undefined): Promise<void> {
  if (target === "playground") {
    const { files, bytes } = await buildPlayground({
      outDir: playground,
      examplesDir: path.join(root, "schema/examples"),
    });
    console.log(`dist/playground: ${files} files, ${kilobytes(bytes)}`);
  } else if (target === "lambda") {
    const outDir = path.join(root, "dist/lambda");
    await rm(outDir, { recursive: true, force: true });
    const { bytes } = await buildLambda({ outDir });
    await cp(playground, path.join(outDir, "playground"), { recursive: true });
    console.log(`dist/lambda: index.js, ${kilobytes(bytes)}`);
    for (const name of ["ingest", "stream"] as const) {
      const folder = path.join(root, `dist/lambda-${name}`);
      await rm(folder, { recursive: true, force: true });
      const built = await buildLambda({ outDir: folder, name });
      console.log(`dist/lambda-${name}: index.js, ${kilobytes(built.bytes)}`);
    }
  } else if (target === "server") {
    const outDir = path.join(root, "dist/server");
    await rm(outDir, { recursive: true, force: true });
    const { files } = await buildServer({ outDir });
    console.log(`dist/server: ${files.join(", ")}`);
  } else {
    console.error(`Build what? "${target}" is none of playground, server and lambda.`);
    process.exitCode = 2;
  }
}

const kilobytes = (bytes: number): string => `${Math.round(bytes / 1000)} kB`;

main(process.argv[2]).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
