import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/** An example of schema/examples: a query with its variables and the answer that it must give. */
export interface Example {
  readonly name: string;
  readonly query: string;
  readonly variables: Record<string, unknown>;
  readonly resultFile: string;
  /** Its title says "(after the import)": it is about imports, which a fresh clone has not had. */
  readonly imported: boolean;
}

export const examplesFolder = path.resolve(__dirname, "../../schema/examples");

export const examples: readonly Example[] = readdirSync(examplesFolder)
  .filter((file) => file.endsWith(".graphql"))
  .sort()
  .map((file) => {
    const stem = path.join(examplesFolder, path.basename(file, ".graphql"));
    const query = readFileSync(`${stem}.graphql`, "utf8");
    const variables = existsSync(`${stem}.variables.json`)
      ? JSON.parse(readFileSync(`${stem}.variables.json`, "utf8"))
      : {};
    const [title = ""] = query.split("\n");
    return {
      name: path.basename(stem),
      query,
      variables,
      resultFile: `${stem}.result.json`,
      imported: title.includes("(after the import)"),
    };
  });
