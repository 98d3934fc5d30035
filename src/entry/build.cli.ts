import "./quiet-sdk";
import { cp, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { buildLambda } from "../app/build-lambda";
import { buildServer } from "../app/build-server";
import { lambdaNames } from "../app/lambda-names";
import { openTable } from "../app/open-table";
import { referencePage } from "../app/reference/reference-page";
import { buildHubSchema } from "../graphql/schema";
import { loadNewStarter, readStarter } from "../ingest/starter/load-starter";
import { tableDefinition } from "../storage/engine/table-definition";
import { buildPage } from "../web/build-page";
import { buildPlayground } from "../web/build-playground";
import { packedStarter, starterFolders } from "./load-seeds";

/** `build playground`, `page`, `server`, `starter` or `lambda`: what is served, started, loaded and deployed, under `dist/`. */
const root = path.resolve(__dirname, "../..");
const playground = path.join(root, "dist/playground");
const page = path.join(root, "dist/page");

async function main(target: string | undefined): Promise<void> {
  if (target === "playground") {
    const { files, bytes } = await buildPlayground({
      outDir: playground,
      examplesDir: path.join(root, "schema/examples"),
    });
    console.log(`dist/playground: ${files} files, ${kilobytes(bytes)}`);
  } else if (target === "page") {
    const { files, bytes } = await buildPage({ outDir: page });
    console.log(`dist/page: ${files} files, ${kilobytes(bytes)}`);
  } else if (target === "lambda") {
    const outDir = path.join(root, "dist/lambda");
    await rm(outDir, { recursive: true, force: true });
    const { bytes } = await buildLambda({ outDir });
    await cp(playground, path.join(outDir, "playground"), { recursive: true });
    await cp(page, path.join(outDir, "page"), { recursive: true });
    console.log(`dist/lambda: index.js, ${kilobytes(bytes)}`);
    for (const name of lambdaNames.filter((each) => each !== "api")) {
      const folder = path.join(root, `dist/lambda-${name}`);
      await rm(folder, { recursive: true, force: true });
      const built = await buildLambda({ outDir: folder, name });
      if (name === "site") await writeSite(path.join(folder, "site"));
      console.log(`dist/lambda-${name}: index.js, ${kilobytes(built.bytes)}`);
    }
  } else if (target === "server") {
    const outDir = path.join(root, "dist/server");
    await rm(outDir, { recursive: true, force: true });
    const { files } = await buildServer({ outDir });
    console.log(`dist/server: ${files.join(", ")}`);
  } else if (target === "starter") {
    await packStarter();
  } else {
    console.error(`Build what? "${target}" is none of playground, page, server, starter and lambda.`);
    process.exitCode = 2;
  }
}

/** What the edge sends without asking the hub: the page, the playground, and the schema as text and as a page. */
async function writeSite(folder: string): Promise<void> {
  await cp(playground, path.join(folder, "playground"), { recursive: true });
  await cp(page, path.join(folder, "page"), { recursive: true });
  await cp(path.join(root, "schema/schema.graphql"), path.join(folder, "schema.graphql"));
  await writeFile(path.join(folder, "reference.html"), referencePage(buildHubSchema()));
}

/** A data folder with everything that comes with the hub. It appears as a whole: an interrupted build leaves none. */
async function packStarter(): Promise<void> {
  const unfinished = `${packedStarter}.${process.pid}`;
  await rm(packedStarter, { recursive: true, force: true });
  try {
    const open = () =>
      openTable(
        { engine: { kind: "embedded", dataDir: unfinished }, tableName: tableDefinition.defaultName },
        { share: false },
      );
    const starter = await readStarter(starterFolders);
    const { table, close } = await open();
    const report = await loadNewStarter(table, starter, new Date().toISOString()).finally(close);
    // LevelDB removes the files that it no longer needs when it opens.
    await (await open()).close();
    await rename(unfinished, packedStarter);
    const created = Object.values(report ?? {}).reduce((sum, saved) => sum + saved.created, 0);
    console.log(`dist/starter: ${created} records`);
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
}

const kilobytes = (bytes: number): string => `${Math.round(bytes / 1000)} kB`;

main(process.argv[2]).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
