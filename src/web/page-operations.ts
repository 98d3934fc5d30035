import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { codegen } from "@graphql-codegen/core";
import * as typescriptOperations from "@graphql-codegen/typescript-operations";
import { buildSchema, getOperationAST, parse, print } from "graphql";

/** The operations of the page, one file each. */
export const pageOperationsFolder = join(__dirname, "page/api/operations");

/** Module of the type of boundaries, as the written files see it. */
const geometry = "../../charts/geometry";

const config = {
  disableDescriptions: true,
  enumType: "string-literal",
  immutableTypes: true,
  inputMaybeValue: "T | null",
  scalars: {
    DateTime: "string",
    GeoJSONGeometry: `import(${JSON.stringify(geometry)}).Geometry`,
    JSON: "unknown",
    JSONObject: "{ readonly [name: string]: unknown }",
    PartialDate: "string",
    SafeInt: "number",
  },
  skipTypename: true,
  strictScalars: true,
};

/**
 * For each operation a file of TypeScript: the types of its variables and its answer, its text and its hash.
 * @returns contents by file name.
 */
export async function pageOperations(sdl: string): Promise<ReadonlyMap<string, string>> {
  const files = readdirSync(pageOperationsFolder).filter((file) => file.endsWith(".graphql"));
  const made = files.map(async (file) => {
    const name = file.replace(".graphql", ".ts");
    return [name, await typed(sdl, name, readFileSync(join(pageOperationsFolder, file), "utf8"))] as const;
  });
  return new Map(await Promise.all(made));
}

async function typed(sdl: string, filename: string, source: string): Promise<string> {
  const document = parse(source);
  const name = getOperationAST(document)?.name?.value;
  if (name === undefined) throw new Error(`${filename}: its operation has no name`);
  const types = await codegen({
    filename,
    schema: parse(sdl),
    schemaAst: buildSchema(sdl),
    documents: [{ location: filename, document }],
    plugins: [{ operations: {} }],
    pluginMap: { operations: typescriptOperations },
    config,
  });
  const text = print(document);
  const hash = createHash("sha256").update(text).digest("hex");
  return [
    `// Written by \`npm run schema\` from ${filename.replace(".ts", ".graphql")}: change that file.`,
    'import type { Operation } from "../operation";',
    "",
    types.trim(),
    "",
    `export const ${name}: Operation<${name}Query, ${name}QueryVariables> = {`,
    `  name: ${JSON.stringify(name)},`,
    `  hash: ${JSON.stringify(hash)},`,
    `  text: ${JSON.stringify(text)},`,
    "};",
    "",
  ].join("\n");
}
