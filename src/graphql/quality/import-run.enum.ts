import type { UpdateFrequency } from "../../domain/kit/update-frequency";
import type { ImportRun, ImportRunStatus } from "../../domain/quality/import-run";
import type { FreshnessState } from "../../domain/quality/source-freshness";
import { enumType } from "../kit/enum-type";

export const ImportRunStatusEnum = enumType<ImportRunStatus>("ImportRunStatus", "What became of an import.", {
  COMPLETED: "The file was taken over; some of its rows may have had problems.",
  FAILED: "The file could not be read: what an earlier import brought stays.",
  INTERRUPTED: "It was stopped before its end; the next import mends what it left half done.",
  REFUSED:
    "What the file holds was taken over, but it lacks so much of what was there that nothing was deleted.",
  ROLLED_BACK: "It was taken back: what it wrote is as it was before, except what somebody changed since.",
  RUNNING: "It is not over. One that was killed is shown so until the next import begins.",
});

export const ImportModeEnum = enumType<ImportRun["mode"]>("ImportMode", "What a missing row means.", {
  FULL: "The file holds everything: what it no longer holds is retired.",
  PARTIAL: "The file holds a part: a missing row says nothing.",
});

export const FreshnessStateEnum = enumType<FreshnessState>(
  "FreshnessState",
  "Whether data is as new as it should be.",
  {
    FRESH: "Renewed and read in time.",
    LATE: "Not renewed by its publisher, or not read by the hub, in the time that its frequency asks for.",
    UNKNOWN: "It cannot be said; the reason tells why.",
  },
);

export const UpdateFrequencyEnum = enumType<UpdateFrequency>(
  "UpdateFrequency",
  "How often a dataset is expected to be renewed (dct:accrualPeriodicity).",
  {
    ANNUAL: "Once a year.",
    DAILY: "Every day.",
    IRREGULAR: "At no fixed times.",
    MONTHLY: "Once a month.",
    QUARTERLY: "Every three months.",
    UNKNOWN: "Nobody says.",
    WEEKLY: "Once a week.",
  },
);
