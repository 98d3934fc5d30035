import type { ApolloServerPlugin } from "@apollo/server";
import type { DocumentNode } from "graphql";
import type { Context } from "../graphql/kit/context";
import { BoundedCache } from "../storage/engine/bounded-cache";

/** Characters of all texts together. A parsed document takes 40 to 100 bytes for each: at most 10 MB. */
const mostCharacters = 100_000;

/**
 * Keeps documents that passed every rule, so that one that is sent again is neither parsed nor validated. Apollo's own store counts
 * 30 MiB of JSON, which are 140 MB in memory; for any other store it prints and hashes the schema at its start. So it
 * has none, and gets the document before it would parse the text.
 */
export function parsedDocuments(): ApolloServerPlugin<Context> {
  const kept = new BoundedCache<DocumentNode>(mostCharacters);
  return {
    async requestDidStart(context) {
      return {
        async didResolveSource({ source }) {
          // Its type is only readable for plugins.
          (context as { document?: DocumentNode | undefined }).document = kept.get(source);
        },
        async validationDidStart({ source, document }) {
          return async (errors) => {
            if (errors === undefined) kept.set(source, document, source.length);
          };
        },
      };
    },
  };
}
