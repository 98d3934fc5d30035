import path from "node:path";

/** The folder with the schema as text, the registered operations and the description of HSDS: `schema` of this project, whose files tests check. */
export const committedSchema = path.resolve(__dirname, "../../schema");
