import { type ImportRun, importRunRecord } from "../../domain/quality/import-run";
import type { Item } from "../engine/key";
import type { Codec } from "./codec";
import { entity } from "./entity";
import { keys } from "./keys";

export const importRunLists = {
  all: () => "ALL",
  source: (sourceCode: string) => `SOURCE#${sourceCode}`,
  status: (status: string) => `STATUS#${status}`,
} as const;

/** A run changes during the import, so it has no history and is not in the feed of changes. */
export const importRunCodec = {
  ...entity(importRunRecord, "importRuns"),
  edges: ({ code, sourceCode, startedAt, status }): Item[] =>
    [importRunLists.all(), importRunLists.source(sourceCode), importRunLists.status(status)].map((list) => ({
      ...keys.importRunInList(list, startedAt, code),
      ...{ code, status },
    })),
} satisfies Codec<ImportRun>;
