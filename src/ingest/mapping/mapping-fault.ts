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

/** A fault, unless something holds. */
export const faultUnless = (
  holds: boolean,
  path: MappingFault["path"],
  message: string,
  hint: string,
): MappingFault[] => (holds ? [] : [{ path, message, hint }]);

export interface LocatedFault extends MappingFault {
  /** From 1. */
  readonly line: number;
}

/** `records[0].values[2].value` */
const pathText = (path: MappingFault["path"]): string =>
  path.map((step, i) => (typeof step === "number" ? `[${step}]` : i === 0 ? step : `.${step}`)).join("") ||
  "the file";

/** Every fault on a line of its own; if there are very many, the first ones and their number. */
export function mappingError(file: string, all: readonly LocatedFault[]): HubError {
  const shown = [...all].sort((a, b) => a.line - b.line).slice(0, mappingLimits.faults);
  const faults = shown.map(({ line, path, message, hint }) =>
    `  line ${line}, ${pathText(path)} ${message}. ${hint}`.trimEnd(),
  );
  const count = all.length;
  const line = shown[0]?.line ?? 1;
  const values = { file, count, line, more: count - shown.length, faults };
  return new HubError("BAD_USER_INPUT", "mappingFaults", values, { where: `${file}, line ${line}` });
}
