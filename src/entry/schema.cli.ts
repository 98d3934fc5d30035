import { writeFileSync } from "node:fs";
import path from "node:path";
import { buildHubSchema, printHubSchema } from "../graphql/schema";

const file = path.resolve(__dirname, "../../schema/schema.graphql");
writeFileSync(file, printHubSchema(buildHubSchema()));
console.log(`Wrote ${path.relative(process.cwd(), file)}`);
