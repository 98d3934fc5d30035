import { HubError } from "../../domain/kit/errors";
import { mappingLimits } from "./mapping-limits";

/** One fault of a mapping file. */
export interface MappingFault {
  readonly path: readonly (string | number)[];
  /** The fault, as the end of a sentence that begins with the path. */
  readonly message: string;
  /** The correction; empty if the message gives it. */
  readonly hint: string;
}

export interface LocatedFault extends MappingFault {
  /** From 1. */
  readonly line: number;
}

/** `records[0].values[2].value` */
const pathText = (path: MappingFault["path"]): string =>
  path.map((step, i) => (typeof step === "number" ? `[${step}]` : i === 0 ? step : `.${step}`)).join("") ||
  "the file";

/** Every fault on a line of its own; if there are very many, the first ones and their number. */
export function mappingError(file: string, faults: readonly LocatedFault[]): HubError {
  const shown = [...faults].sort((a, b) => a.line - b.line).slice(0, mappingLimits.faults);
  const lines = shown.map(({ line, path, message, hint }) =>
    `  line ${line}, ${pathText(path)} ${message}. ${hint}`.trimEnd(),
  );
  const more = faults.length - shown.length;
  const count = faults.length === 1 ? "one fault" : `${faults.length} faults`;
  return new HubError("BAD_USER_INPUT", {
    message: [
      `The mapping file ${file} has ${count}:`,
      ...lines,
      ...(more > 0 ? [`  and ${more} more, shown when these are corrected`] : []),
    ].join("\n"),
    messageIt: `Il file di mappatura ${file} ha ${faults.length} errori, dalla riga ${shown[0]?.line ?? 1}.`,
    hint: "\nCorrect the named lines; docs/mapping-files.md explains every word.",
    where: `${file}, line ${shown[0]?.line ?? 1}`,
  });
}
