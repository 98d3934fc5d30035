import type { GlanceFragment } from "../api/operations/strategy";

export type Version = GlanceFragment["budgetVersions"][number];

/** A version by its publisher: a label is a code of the hub. */
export const nameOf = ({ label, sourceRefs }: Version): string => {
  const publishers = [...new Set((sourceRefs ?? []).map(({ publisher }) => publisher))];
  return publishers.length === 0 ? label : `${publishers.join(", ")} (${label})`;
};

export const newestOf = ({ budget, budgetVersions }: GlanceFragment): Version | null =>
  budgetVersions.find(({ label }) => label === budget?.label) ?? null;
