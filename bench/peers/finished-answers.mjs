import { readFileSync } from "node:fs";

/**
 * What a peer in memory answers from: the hub's own schema, and root resolvers that give the finished answers of the hub
 * as objects. So the peer computes nothing and reads nothing: it only selects and writes.
 */
const [, , port, schemaFile, answersFile] = process.argv;

export const typeDefs = readFileSync(schemaFile, "utf8");
export const listening = { port: Number(port), host: "127.0.0.1" };

/** By the name of the operation: its fields, as the hub answered them. */
const answers = JSON.parse(readFileSync(answersFile, "utf8"));

const rootFields = [...new Set(Object.values(answers).flatMap(Object.keys))];

export const resolvers = {
  Query: Object.fromEntries(
    rootFields.map((field) => [
      field,
      (_root, _args, _context, info) => answers[info.operation.name.value][field],
    ]),
  ),
};
