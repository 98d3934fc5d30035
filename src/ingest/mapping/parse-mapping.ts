import { LineCounter, type Node, parseDocument, visit } from "yaml";
import { checkMapping } from "./check-mapping";
import { type Mapping, mappingSchema } from "./mapping.schema";
import { type LocatedFault, type MappingFault, mappingError } from "./mapping-fault";
import { mappingLimits } from "./mapping-limits";
import { schemaFaults } from "./schema-faults";
import type { HubWords } from "./starter-words";

/** A valid mapping, with the place of each of its parts in its file. */
export interface ParsedMapping {
  readonly mapping: Mapping;
  /** Name of the mapping file. */
  readonly file: string;
  /** Line, from 1, of a part, or of the nearest part around it. */
  lineOf(path: MappingFault["path"]): number;
}

/**
 * Reads a mapping file: YAML 1.2, which includes JSON.
 * @param hub the codes that the file may name, and those that it may not define again.
 * @throws HubError BAD_USER_INPUT that names every fault with its line and correction.
 */
export const parseMapping = (file: string, text: string, hub: HubWords): ParsedMapping =>
  checkedMapping(readMapping(file, text), hub);

/**
 * Reads a mapping file without its relations to the hub and to other files.
 * @throws HubError BAD_USER_INPUT that names every fault with its line and correction.
 */
export function readMapping(file: string, text: string): ParsedMapping {
  const lineCounter = new LineCounter();
  checkSize(file, Buffer.byteLength(text));
  const document = parseDocument(text, { lineCounter, prettyErrors: false, logLevel: "error" });
  const lineAt = (offset: number): number => lineCounter.linePos(offset).line;
  if (document.errors.length > 0) {
    const faults = document.errors.map(
      ({ message, pos }): LocatedFault => ({
        path: [],
        message: `is no YAML: ${message}`,
        hint: "",
        line: lineAt(pos[0]),
      }),
    );
    throw mappingError(file, faults);
  }
  // 037006 is a code of ISTAT, and no number that has lost its zero.
  visit(document, {
    Scalar: (_, node) => {
      if (typeof node.value === "number" && /^0\d+$/.test(node.source ?? "")) node.value = node.source;
    },
  });
  const lineOf = (path: MappingFault["path"]): number => {
    for (let length = path.length; length > 0; length--) {
      const offset = offsetOf(document, path.slice(0, length));
      if (offset !== null) return lineAt(offset);
    }
    return 1;
  };
  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: 100 });
  } catch (error) {
    const message = `cannot be read: ${(error as Error).message}`;
    throw mappingError(file, [{ path: [], message, hint: "", line: 1 }]);
  }
  const parsed = mappingSchema.safeParse(value);
  if (!parsed.success) throw located({ file, lineOf }, schemaFaults(value, parsed.error.issues));
  return { mapping: parsed.data, file, lineOf };
}

/** @throws HubError BAD_USER_INPUT if its parts do not fit each other or the hub. */
export function checkedMapping(parsed: ParsedMapping, hub: HubWords): ParsedMapping {
  const borrowed = parsed.mapping.uses.flatMap((code) => hub.definitions.get(code) ?? []);
  const mapping = { ...parsed.mapping, borrowed };
  const faults = checkMapping(mapping, hub);
  if (faults.length > 0) throw located(parsed, faults);
  return { ...parsed, mapping };
}

const located = ({ file, lineOf }: Omit<ParsedMapping, "mapping">, faults: readonly MappingFault[]) =>
  mappingError(
    file,
    faults.map((fault) => ({ ...fault, line: lineOf(fault.path) })),
  );

/** @throws HubError BAD_USER_INPUT for a mapping file that is too large. */
export function checkSize(file: string, bytes: number): void {
  if (bytes <= mappingLimits.bytes) return;
  const message = `has ${bytes} bytes; at most ${mappingLimits.bytes} are read`;
  throw mappingError(file, [{ path: [], message, hint: "Split it.", line: 1 }]);
}

/** The position of the last step's key, or of a list item; `null` if there is none. */
function offsetOf(document: ReturnType<typeof parseDocument>, path: MappingFault["path"]): number | null {
  const parent: unknown = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
  const last = path.at(-1)!;
  const items = (parent as { items?: readonly unknown[] } | null)?.items ?? [];
  const pair = items.find(
    (item) => String((item as { key?: { value?: unknown } } | null)?.key?.value) === String(last),
  );
  const node = ((pair as { key?: Node } | undefined)?.key ??
    (typeof last === "number" ? items[last] : undefined)) as Node | undefined;
  return node?.range?.[0] ?? null;
}
