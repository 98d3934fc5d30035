import { readFileSync } from "node:fs";
import path from "node:path";
import { hsdsDescription } from "../../../src/app/hsds/description";
import { vocabularyTerms } from "../../../src/domain/hsds/vocabulary";

const root = path.resolve(__dirname, "../../..");

test("the committed description is that of the forms (npm run schema writes it)", () => {
  expect(readFileSync(path.join(root, "schema/hsds.openapi.json"), "utf8")).toBe(hsdsDescription());
});

test("every term of the vocabulary of attributes is documented, and no other", () => {
  const table = readFileSync(path.join(root, "docs/hsds.md"), "utf8")
    .split("## Attributes")[1]!
    .split("\n## ")[0]!;
  const listed = [...table.matchAll(/^\| `([a-z-]+)` \|/gm)].map((match) => match[1]!);
  expect(listed.sort()).toEqual(Object.keys(vocabularyTerms).sort());
});
