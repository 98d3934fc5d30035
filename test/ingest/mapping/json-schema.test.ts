import { readFileSync } from "node:fs";
import path from "node:path";
import { mappingJsonSchema } from "../../../src/ingest/mapping/mapping.schema";

const file = path.resolve(__dirname, "../../../schema/mapping.schema.json");

test("the committed JSON Schema is that of the code: run `npm run schema` after changing it", () => {
  expect(readFileSync(file, "utf8")).toBe(mappingJsonSchema());
});
