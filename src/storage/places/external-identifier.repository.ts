import { HubError } from "../../domain/kit/errors";
import { canIdentify, type ExternalIdentifier, foldIdentifier } from "../../domain/kit/external-identifier";
import { limits } from "../../domain/kit/limits";
import type { Reader } from "../engine/reader";
import type { RecordType } from "../records/hub-record";
import { keys } from "../records/keys";

/** The name of a record's type, and its code. */
export interface RecordPlace {
  readonly type: RecordType;
  readonly code: string;
}

export function externalIdentifierRepository(reader: Reader) {
  return {
    /**
     * The records with a key of another register, by type and code. Case and spaces make no difference.
     * An entry may be a moment ahead of its record.
     * @throws HubError LIMIT_EXCEEDED if more records have it than fit one answer.
     */
    places(identifier: ExternalIdentifier): RecordPlace[] {
      const folded = foldIdentifier(identifier);
      if (!canIdentify(folded)) return [];
      const { pk } = keys.externalIdentifier(folded.scheme, folded.value, "Centre", "");
      const { items, more } = reader.query({ partition: pk }, limits.identified);
      if (more) {
        const values = { identifier: `${folded.scheme}:${folded.value}`, most: limits.identified };
        throw new HubError("LIMIT_EXCEEDED", "identified", values, { where: "value" });
      }
      return items.map(({ type, code }) => ({ type: type as RecordType, code: String(code) }));
    },
  };
}
