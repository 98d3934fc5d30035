import type { Item, Key } from "../engine/key";
import { keys } from "./keys";

const nowhere = keys.populationPoints("");

/** A key of each kind of edge, further items by which a record is found, by the type of the record. */
const edgeKinds: Readonly<Record<string, readonly Key[]>> = {
  Action: [keys.actionInArea("", "")],
  AreaHint: [keys.hintOfArea("", "")],
  AreaBoundary: [keys.areaCell("", "CITY", ""), keys.areaShape("", 0)],
  Centre: [keys.centreInArea("", "", ""), keys.centreTwin("")],
  DataQualityIssue: [keys.dataQualityIssue("RESOLVED", "", "", "")],
  ImportRun: [keys.importRunInList("", "", "")],
  Location: [keys.locationInArea("", "")],
  Organization: [keys.unitOfOrganization("", "", "")],
  Partnership: [
    keys.partnershipInArea("", ""),
    keys.partnershipInStrategy("", ""),
    keys.partnershipOfOrganization("", ""),
  ],
  ServiceAtLocation: [keys.serviceAtLocationOfCentre("", ""), keys.serviceAtLocationOfService("", "")],
  ServiceListing: [keys.serviceInArea("", "", ""), keys.serviceOfOrganization("", "", "")],
};

/** The entry under the key of another register names its type itself. */
const identifierKey = keys.externalIdentifier("", "", "", "");

const kindOf = ({ pk }: Key): string => pk.split("#")[0]!;

const kinds: ReadonlyMap<string, string | null> = new Map([
  ...Object.entries(edgeKinds).flatMap(([type, each]) => each.map((key) => [kindOf(key), type] as const)),
  [kindOf(identifierKey), null] as const,
]);

export const isEdge = (key: Key): boolean => kinds.has(kindOf(key)) || key.sk === nowhere.sk;

/** The type and code of the record that an edge leads to; `null` if it does not say so. */
export function recordOfEdge(edge: Item): { readonly type: string; readonly code: string } | null {
  const type = kinds.get(kindOf(edge)) ?? edge.type;
  return typeof type === "string" && typeof edge.code === "string" ? { type, code: edge.code } : null;
}

const copies: ReadonlySet<string> = new Set(
  [keys.history(nowhere, "", 0), keys.importJournal("", 0)].map(kindOf),
);

/** Whether the item of a key can be a record: earlier versions and images in a journal are copies. */
export const isOfRecord = (key: Key): boolean => !copies.has(kindOf(key));
