import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { codegen } from "@graphql-codegen/core";
import * as typescriptOperations from "@graphql-codegen/typescript-operations";
import { buildSchema, type DocumentNode, getOperationAST, Kind, parse, print, visit } from "graphql";

/** The operations of the page, one file each, and the types that are written beside them. */
export const pageOperationsFolder = join(__dirname, "page/api/operations");

/** Fragments that operations share. */
const fragmentsFile = join(__dirname, "page/api/fragments.graphql");

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
  const made = [...pageDocuments()].map(async ([file, document]) => {
    const name = file.replace(".graphql", ".ts");
    return [name, await typed(sdl, name, document)] as const;
  });
  return new Map(await Promise.all(made));
}

/** The operations by file name, each with the shared fragments that it names. */
export function pageDocuments(): ReadonlyMap<string, DocumentNode> {
  const shared = new Map(
    read(fragmentsFile).definitions.flatMap((each) =>
      each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each] as const] : [],
    ),
  );
  const files = readdirSync(pageOperationsFolder).filter((file) => file.endsWith(".graphql"));
  return new Map(
    files.map((file) => {
      const { definitions, ...document } = read(join(pageOperationsFolder, file));
      // A set also visits what is added to it: fragments of fragments.
      const whole = new Set<DocumentNode["definitions"][number]>(definitions);
      for (const definition of whole)
        visit(definition, {
          FragmentSpread({ name }) {
            const fragment = shared.get(name.value);
            if (fragment) whole.add(fragment);
          },
        });
      return [file, { ...document, definitions: [...whole] }] as const;
    }),
  );
}

const read = (file: string): DocumentNode => parse(readFileSync(file, "utf8"));

async function typed(sdl: string, filename: string, document: DocumentNode): Promise<string> {
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
