import { Int } from "type-graphql";
import type { DataVersion } from "../../storage/documents/hub.repository";
import { nonNull, nullable, output } from "../kit/output";
import { DateTimeScalar } from "../kit/scalars";

export const DataVersionType = output<DataVersion>(
  "DataVersion",
  "Version of the data as a whole. While it stays the same, all answers stay the same.",
  {
    version: nonNull(() => Int, "Number of changes of the data; 0 for an empty hub."),
    updatedAt: nullable(() => DateTimeScalar, "Time of the last change of the data; null for an empty hub."),
  },
);
