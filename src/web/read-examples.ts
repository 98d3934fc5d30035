import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Example, Mark } from "./playground/examples";

export interface ExampleFile extends Omit<Example, "variables"> {
  readonly variables: Readonly<Record<string, unknown>> | null;
}

/** `index.json`: Italian titles by group and file, and the files that need more than data. */
interface Index {
  readonly groups: Readonly<Record<Example["group"], Readonly<Record<string, string>>>>;
  readonly key: readonly string[];
  readonly noPublicData: readonly string[];
}

/**
 * Reads the examples of `index.json` in its order: `NN-name.graphql` with `NN-name.variables.json`. A folder without an
 * index gives none.
 * @throws Error that names a variables file that is not a JSON object, and an example that is not in the index.
 */
export async function readExamples(directory: string): Promise<readonly ExampleFile[]> {
  const text = await readFile(join(directory, "index.json"), "utf8").catch(emptyWhenMissing(null));
  if (text === null) return [];
  const index: Index = JSON.parse(text);
  const entries = Object.entries(index.groups).flatMap(([group, titles]) =>
    Object.entries(titles).map(([stem, it]) => ({ stem, it, group: group as Example["group"] })),
  );
  const listed = new Set(entries.map(({ stem }) => `${stem}.graphql`));
  const forgotten = (await readdir(directory)).filter(
    (name) => name.endsWith(".graphql") && !listed.has(name),
  );
  if (forgotten.length > 0)
    throw new Error(`index.json of the examples does not list ${forgotten.join(", ")}`);
  return Promise.all(
    entries.map(async ({ stem, it, group }) => {
      const query = await readFile(join(directory, `${stem}.graphql`), "utf8");
      const variablesFile = join(directory, `${stem}.variables.json`);
      const variables = await readFile(variablesFile, "utf8").catch(emptyWhenMissing(null));
      const { en, isImported } = titleOf(query, stem);
      const marks: Mark[] = [];
      if (isImported) marks.push("import");
      if (index.key.includes(stem)) marks.push("key");
      if (index.noPublicData.includes(stem)) marks.push("noPublicData");
      return { title: { en, it }, group, marks, query, variables: parseVariables(variables, variablesFile) };
    }),
  );
}

const afterImport = " (after the import)";

/** `# Centres near a point (after the import)` → `Centres near a point`, with a mark; the file name without a comment. */
function titleOf(query: string, stem: string): { readonly en: string; readonly isImported: boolean } {
  const firstLine = query.trimStart().split("\n", 1)[0] ?? "";
  const title = /^#+[ \t]*(\S.*?)\s*$/.exec(firstLine)?.[1] ?? stem;
  return { en: title.replace(afterImport, ""), isImported: title.endsWith(afterImport) };
}

function parseVariables(text: string | null, file: string): ExampleFile["variables"] {
  if (text === null) return null;
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === "object" && value !== null && !Array.isArray(value)) return { ...value };
  } catch (cause) {
    throw new Error(`${file} is not JSON`, { cause });
  }
  throw new Error(`${file} is not a JSON object`);
}

function emptyWhenMissing<T>(empty: T): (error: NodeJS.ErrnoException) => T {
  return (error) => {
    if (error.code === "ENOENT") return empty;
    throw error;
  };
}
