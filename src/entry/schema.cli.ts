import { writeFileSync } from "node:fs";
import path from "node:path";
import { documentsIn, registeredOperations } from "../app/answers/register-operations";
import { hsdsDescription } from "../app/hsds/description";
import { buildHubSchema, printHubSchema } from "../graphql/schema";
import { mappingJsonSchema } from "../ingest/mapping/mapping.schema";
import { starterJsonSchema } from "../ingest/starter/starter-files";
import { pageDocuments, pageOperations, pageOperationsFolder } from "../web/page-operations";

const folder = path.resolve(__dirname, "../../schema");

async function main(): Promise<void> {
  const sdl = printHubSchema(buildHubSchema());
  write(folder, {
    "schema.graphql": sdl,
    "operations.json": registeredOperations([
      ...documentsIn(path.join(folder, "examples")),
      ...pageDocuments().values(),
    ]),
    "hsds.openapi.json": hsdsDescription(),
    "mapping.schema.json": mappingJsonSchema(),
    "starter.schema.json": starterJsonSchema(),
  });
  write(pageOperationsFolder, Object.fromEntries(await pageOperations(sdl)));
}

function write(into: string, files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(into, name);
    writeFileSync(file, text);
    console.log(`Wrote ${path.relative(process.cwd(), file)}`);
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
