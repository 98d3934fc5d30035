import {
  type SameCentreDecision,
  sameCentreDecisionRecord,
} from "../../domain/matching/same-centre-decision";
import type { Codec } from "./codec";
import { keyed } from "./entity";
import { keys } from "./keys";
import { listedRepository } from "./records.repository";

const type = "SameCentreDecision";
const own = keyed(
  type,
  "sameCentreDecisions",
  (code) => keys.record(type, code),
  ({ code }: SameCentreDecision) => code,
);

/** No feed and no history: its file has them, and the centres on which it has an effect. */
export const sameCentreDecisionCodec = {
  ...own,
  starterFile: "same-as.json",
  index: ({ code }) => keys.list.records(type, code),
  create: sameCentreDecisionRecord.create,
  jsonSchema: sameCentreDecisionRecord.jsonSchema,
  repository: (table) => listedRepository(table, own),
} satisfies Codec<SameCentreDecision> & {
  repository: (table: Parameters<typeof own.repository>[0]) => unknown;
};
