import { writeFileSync } from "node:fs";
import path from "node:path";
import { registeredOperations } from "../app/answers/register-operations";
import { hsdsDescription } from "../app/hsds/description";
import { buildHubSchema, printHubSchema } from "../graphql/schema";
import { mappingJsonSchema } from "../ingest/mapping/mapping.schema";
import { starterJsonSchema } from "../ingest/starter/starter-files";

const folder = path.resolve(__dirname, "../../schema");
const files = {
  "schema.graphql": printHubSchema(buildHubSchema()),
  "operations.json": registeredOperations(path.join(folder, "examples")),
  "hsds.openapi.json": hsdsDescription(),
  "mapping.schema.json": mappingJsonSchema(),
  "starter.schema.json": starterJsonSchema(),
};
for (const [name, text] of Object.entries(files)) {
  const file = path.join(folder, name);
  writeFileSync(file, text);
  console.log(`Wrote ${path.relative(process.cwd(), file)}`);
}
