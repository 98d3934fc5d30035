import { editorsSourceCode } from "../../domain/kit/source-ref";
import { statedStatus } from "../../domain/kit/status";
import { centreRecord, unknownAccessibility, unknownEquipment } from "../../domain/places/centre";
import type { CentreKindPeriod } from "../../domain/places/kind-period";
import { editMutations } from "../kit/edit-mutations";
import { countedByEditors } from "../kit/edited-fields";
import { toCentre } from "./centre.type";
import { type CentreKindInput, centreFields } from "./centre-edit.input";

editMutations({
  type: "centre",
  definition: centreRecord,
  noun: "a centre",
  to: toCentre,
  fields: centreFields,
  renamed: { kind: "kindHistory" },
  /** A kind is added to the history. Equipment and accessibility are changed feature by feature. */
  adjusted: ({ patch, given: { kind, status }, before, now }) => ({
    ...patch,
    ...(status && { status: statedStatus(status) }),
    ...(patch.equipment && { equipment: byFeature(patch.equipment, before?.equipment ?? unknownEquipment) }),
    ...(patch.accessibility && {
      accessibility: byFeature(patch.accessibility, before?.accessibility ?? unknownAccessibility),
    }),
    ...(patch.capacity && { capacity: countedByEditors(patch.capacity) }),
    ...(kind && { kindHistory: [...(before?.kindHistory ?? []), kindPeriod(kind, now)] }),
  }),
  mergeable: true,
});

const kindPeriod = (
  { kind, validFrom }: InstanceType<typeof CentreKindInput>,
  now: string,
): CentreKindPeriod => ({
  kindCode: kind,
  validFrom,
  validTo: null,
  assertedOn: now.slice(0, 10),
  sourceCode: editorsSourceCode,
});

const byFeature = <T extends { readonly feature: string }>(given: readonly T[], known: readonly T[]): T[] => {
  const replaced = known.map((item) => given.find(({ feature }) => feature === item.feature) ?? item);
  // A feature that is given twice stays twice, so that it is rejected.
  return [...replaced, ...given.filter((item) => !replaced.includes(item))];
};
