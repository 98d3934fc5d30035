import * as z from "zod";
import { mappingSchema } from "./mapping.schema";
import type { MappingFault } from "./mapping-fault";

type JsonSchema = {
  readonly description?: string;
  readonly type?: unknown;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly additionalProperties?: JsonSchema | boolean;
  readonly items?: JsonSchema;
  readonly const?: unknown;
  readonly oneOf?: readonly JsonSchema[];
  readonly anyOf?: readonly JsonSchema[];
};

/** Created at the first fault. */
let root: JsonSchema | null = null;

/** The faults of the schema in plain words, each with the description of its place. */
export function schemaFaults(value: unknown, issues: readonly z.core.$ZodIssue[]): MappingFault[] {
  root ??= z.toJSONSchema(mappingSchema, { io: "input" }) as JsonSchema;
  const schema = root;
  return issues.flatMap((issue) => faultsOf(value, schema, issue));
}

function faultsOf(value: unknown, root: JsonSchema, issue: z.core.$ZodIssue): MappingFault[] {
  const path = issue.path.map((step) => (typeof step === "number" ? step : String(step)));
  const found = valueAt(value, path);
  const schema = schemaAt(root, value, path);
  const hint = schema?.description ?? "";
  if (issue.code === "unrecognized_keys") {
    const known = Object.keys(schema?.properties ?? {}).join(", ");
    return issue.keys.map((key) => ({
      path: [...path, key],
      message: "is not known here",
      hint: `Known: ${known}.`,
    }));
  }
  if (issue.code === "custom" || issue.code === "invalid_format")
    return [{ path, message: issue.code === "custom" ? issue.message : formatMessage(issue), hint: "" }];
  if (issue.code === "invalid_union" && "discriminator" in issue && found !== undefined)
    return [
      { path, message: `is ${shown(found)}`, hint: `Write one of ${namesOf(root, value, path).join(", ")}.` },
    ];
  if (found === undefined) return [{ path, message: "is missing", hint }];
  if (found === null)
    return [{ path, message: "is still empty", hint: `Only a person can know it. ${hint}`.trim() }];
  if (issue.code === "invalid_value")
    return [{ path, message: `is ${shown(found)}`, hint: `Write one of ${issue.values.join(", ")}.` }];
  if (issue.code === "invalid_key") return [{ path, message: "is not known here", hint }];
  return [{ path, message: `is ${shown(found)}, which does not fit (${issue.message})`, hint }];
}

const formatMessage = (issue: { readonly message: string }): string =>
  issue.message.startsWith("Invalid") ? "is not written as it must be" : issue.message;

const shown = (value: unknown): string => {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
};

type Path = MappingFault["path"];

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (at, step) =>
      typeof at === "object" && at !== null && Object.hasOwn(at, step)
        ? (at as Record<string, unknown>)[step]
        : undefined,
    value,
  );
}

/** The part of the schema for a place of the file. */
function schemaAt(root: JsonSchema, value: unknown, path: Path): JsonSchema | undefined {
  let schema: JsonSchema | undefined = root;
  for (const [i, step] of path.entries()) {
    schema = chosen(schema, valueAt(value, path.slice(0, i)));
    schema =
      typeof step === "number"
        ? schema?.items
        : (schema?.properties?.[step] ??
          (typeof schema?.additionalProperties === "object" ? schema.additionalProperties : undefined));
  }
  return schema && describedBy(schema, valueAt(value, path));
}

const describedBy = (schema: JsonSchema, value: unknown): JsonSchema => {
  const one = chosen(schema, value) ?? schema;
  const description = one.description ?? schema.description;
  return description === undefined ? one : { ...one, description };
};

/** Of several forms the one that the value declares, or the one that is not null. */
function chosen(schema: JsonSchema | undefined, value: unknown): JsonSchema | undefined {
  const forms = schema?.oneOf ?? schema?.anyOf;
  if (forms === undefined) return schema;
  const type = (value as { type?: unknown } | null | undefined)?.type;
  return (
    forms.find((form) => type !== undefined && form.properties?.type?.const === type) ??
    forms.find((form) => Array.isArray(value) === (form.type === "array") && form.type !== "null") ??
    schema
  );
}

function namesOf(root: JsonSchema, value: unknown, path: Path): unknown[] {
  const parent = path.slice(0, -1);
  const grand = schemaAt(root, value, parent.slice(0, -1));
  return (grand?.items?.oneOf ?? []).map((form) => form.properties?.type?.const);
}
