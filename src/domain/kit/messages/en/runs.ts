import { english, type Numbers } from "../values";

const percent = (share: number): string => `${english(Math.round(share * 1000) / 10)} %`;

/** What an import run says about itself. */
export const runs = {
  changedSince: ({ count }: Numbers<"count">) =>
    `${english(count)} records were changed since and stay as they are.`,
  interrupted: "Stopped before its end: the next import completes what is half done.",
  notComplete: ({ missing }: Numbers<"missing">) =>
    `${english(missing)} records are no longer in the file, but not all of its rows could be read: nothing was deleted.`,
  shared: ({ shared }: Numbers<"shared">) =>
    `${english(shared)} records are no longer in the file but another source also states them: they stay.`,
  tooLong: ({ most }: Numbers<"most">) =>
    `The file gives more than ${english(most)} records: what it lacks is not known, and nothing was deleted. Split the source, or declare it PARTIAL.`,
  /** `allowed` is the share that may be deleted, `needed` the one that this deletion needs. */
  tooMany: ({ missing, before, allowed, needed }: Numbers<"missing" | "before" | "allowed" | "needed">) =>
    `The file no longer holds ${english(missing)} of the ${english(before)} records of before (${percent(missing / before)}); at most ${percent(allowed)} are deleted. Nothing was deleted. If that is right: --allow-deletes ${needed}.`,
};
