import { readFileSync } from "node:fs";
import path from "node:path";
import { mappingJsonSchema } from "../../../src/ingest/mapping/mapping.schema";
import { starterJsonSchema } from "../../../src/ingest/starter/starter-files";

test.each([
  ["mapping.schema.json", mappingJsonSchema],
  ["starter.schema.json", starterJsonSchema],
])("the committed %s is that of the code: run `npm run schema` after changing it", (name, jsonSchema) => {
  const file = path.resolve(__dirname, "../../../schema", name);
  expect(readFileSync(file, "utf8")).toBe(jsonSchema());
});
