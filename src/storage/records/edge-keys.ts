import type { Key } from "../engine/key";
import { keys } from "./keys";

const nowhere = keys.populationPoints("");

/** A key of each kind of edge: further items by which a record is found. */
const edgeKinds: readonly Key[] = [
  keys.actionInArea("", ""),
  keys.areaCell("", "CITY", ""),
  keys.areaShape("", 0),
  keys.centreInArea("", "", ""),
  keys.dataQualityIssue("RESOLVED", "", "", ""),
  keys.externalIdentifier("", "", "", ""),
  keys.importRunInList("", "", ""),
  keys.locationInArea("", ""),
  keys.partnershipInArea("", ""),
  keys.partnershipInStrategy("", ""),
  keys.partnershipOfOrganization("", ""),
  keys.serviceAtLocationOfCentre("", ""),
  keys.serviceAtLocationOfService("", ""),
  keys.serviceInArea("", "", ""),
  keys.serviceOfOrganization("", "", ""),
  keys.unitOfOrganization("", "", ""),
];

const kindOf = ({ pk }: Key): string => pk.split("#")[0]!;

const kinds: ReadonlySet<string> = new Set(edgeKinds.map(kindOf));

export const isEdge = (key: Key): boolean => kinds.has(kindOf(key)) || key.sk === nowhere.sk;

const copies: ReadonlySet<string> = new Set(
  [keys.history(nowhere, "", 0), keys.importJournal("", 0)].map(kindOf),
);

/** Whether the item of a key can be a record: earlier versions and images in a journal are copies. */
export const isOfRecord = (key: Key): boolean => !copies.has(kindOf(key));
