import { createHash } from "node:crypto";

/**
 * The namespace of all ids of HSDS: UUID v5 of `https://vicinato.example/hsds` in the namespace of URLs. It is never changed,
 * because it decides every id.
 */
const namespace = Buffer.from("5211b62a67b1541a89f03569e2786978", "hex");

/**
 * UUID v5 (RFC 9562) of a row of HSDS. The same name has the same id in every hub and at any time.
 * @param table of HSDS, for example `service`.
 * @param name of the row within its table: for records the code.
 */
export function hsdsId(table: string, name: string): string {
  const bytes = createHash("sha1").update(namespace).update(`${table}/${name}`).digest().subarray(0, 16);
  bytes[6] = (bytes[6]! & 0x0f) | 0x50;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = bytes.toString("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}

/** Stands for an organisation that no source names, where a table demands one. No record has it, because no code is empty. */
export const unnamedOrganizationId = hsdsId("organization", "");
