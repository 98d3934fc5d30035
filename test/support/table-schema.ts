import { readFileSync } from "node:fs";
import { sharedData } from "./shared-data";

export interface TableField {
  readonly name: string;
  readonly type: string;
  readonly format?: string;
  readonly constraints: {
    readonly required: boolean;
    readonly unique: boolean;
    readonly enum?: readonly string[];
  };
}

interface TableSchema {
  readonly fields: readonly TableField[];
  readonly primaryKey: string;
  readonly foreignKeys?: readonly {
    readonly fields: string;
    readonly reference: { readonly resource: string; readonly fields: string };
  }[];
}

export interface TableResource {
  readonly name: string;
  readonly path: string;
  readonly bytes?: number;
  readonly hash?: string;
  readonly rows?: number;
  readonly schema: TableSchema;
}

export interface TablePackage {
  readonly resources: readonly TableResource[];
}

/** The tables as HSDS 3.0 publishes them. */
export const hsdsTablesOfSpecification = (): readonly TableResource[] =>
  (JSON.parse(readFileSync(sharedData("hsds/3.0/datapackage.json")!, "utf8")) as TablePackage).resources;

/** The default forms of Table Schema 1.0. */
const forms: Readonly<Record<string, RegExp>> = {
  date: /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/,
  datetime: /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\dZ$/,
  email: /^[^@\s]+@[^@\s]+\.[^@\s]+$/,
  number: /^-?\d+(\.\d+)?$/,
  time: /^([01]\d|2[0-3]):[0-5]\d:[0-5]\d$/,
  uri: /^https?:\/\/[\w.~:/?#[\]@!$&'()*+,;=%-]+$/,
  uuid: /^[\da-f]{8}-[\da-f]{4}-[1-8][\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/,
};

/** What is wrong with a cell; an empty one has no value. */
export function cellFault(
  { type, format, constraints }: TableField,
  cell: string,
): "required" | "form" | "enum" | null {
  if (cell === "") return constraints.required ? "required" : null;
  if (type !== "string" && !forms[type]!.test(cell)) return "form";
  if (format !== undefined && !forms[format]!.test(cell)) return "form";
  return constraints.enum === undefined || constraints.enum.includes(cell) ? null : "enum";
}
