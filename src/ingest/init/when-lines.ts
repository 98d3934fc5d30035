import type { Sample } from "./sample-file";
import { quoted } from "./yaml-lines";

/** Leaves out the rows that sum others. */
export const whenLines = ({ totals }: Sample): string[] =>
  totals === null
    ? []
    : [
        `when: { column: ${quoted(totals.column)}, isNot: [${totals.words.map(quoted).join(", ")}] } # rows that seem to sum the others`,
      ];
