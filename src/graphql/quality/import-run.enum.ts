import type { UpdateFrequency } from "../../domain/kit/update-frequency";
import type { ImportRun, ImportRunStatus } from "../../domain/quality/import-run";
import type { FreshnessState } from "../../domain/quality/source-freshness";
import { enumType } from "../kit/enum-type";

export const ImportRunStatusEnum = enumType<ImportRunStatus>("ImportRunStatus", "Status of an import.", {
  COMPLETED: "The file was imported; some rows may have had problems.",
  FAILED: "The file could not be read. Data of earlier imports stays.",
  INTERRUPTED: "The import was interrupted. The next import completes what it left unfinished.",
  REFUSED: "The file was imported without deletions, because too many known records are missing from it.",
  ROLLED_BACK: "The import was reverted. Data that changed after it stays as it is.",
  RUNNING: "The import is running. A killed import keeps this status until the next import begins.",
});

export const ImportModeEnum = enumType<ImportRun["mode"]>("ImportMode", "Meaning of a missing row.", {
  FULL: "The file is complete. Records without a row are retired.",
  PARTIAL: "The file is partial. A missing row means nothing.",
});

export const FreshnessStateEnum = enumType<FreshnessState>("FreshnessState", "Timeliness of data.", {
  FRESH: "Updated and imported in time.",
  LATE: "Not updated by the publisher, or not imported by the hub, within the time of its frequency.",
  UNKNOWN: "Cannot be determined; see the reason.",
});

export const UpdateFrequencyEnum = enumType<UpdateFrequency>(
  "UpdateFrequency",
  "Expected frequency of updates of a dataset (dct:accrualPeriodicity).",
  {
    ANNUAL: "Once a year.",
    DAILY: "Every day.",
    IRREGULAR: "At irregular intervals.",
    MONTHLY: "Once a month.",
    QUARTERLY: "Every three months.",
    UNKNOWN: "No source states it.",
    WEEKLY: "Once a week.",
  },
);
