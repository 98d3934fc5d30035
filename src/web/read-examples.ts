import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

export interface ExampleFile {
  readonly name: string;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>> | null;
}

/**
 * Reads `NN-name.graphql` with `NN-name.variables.json`, in the order of the numbers; a missing folder gives none.
 * @throws Error that names a variables file that is not a JSON object.
 */
export async function readExamples(directory: string): Promise<readonly ExampleFile[]> {
  const names = await readdir(directory).catch(emptyWhenMissing([]));
  const stems = names
    .filter((name) => name.endsWith(".graphql"))
    .map((name) => name.slice(0, -".graphql".length));
  return Promise.all(
    stems.sort().map(async (stem) => {
      const query = await readFile(join(directory, `${stem}.graphql`), "utf8");
      const variablesFile = join(directory, `${stem}.variables.json`);
      const variables = await readFile(variablesFile, "utf8").catch(emptyWhenMissing(null));
      return { name: titleOf(query) ?? stem, query, variables: parseVariables(variables, variablesFile) };
    }),
  );
}

/** `# Centres near a point` → `Centres near a point`; null if the file does not begin with a comment. */
function titleOf(query: string): string | null {
  return /^\s*#+[ \t]*(\S.*?)\s*$/m.exec(query.trimStart().split("\n", 1)[0] ?? "")?.[1] ?? null;
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
