import { defaultTypeResolver, type GraphQLFieldResolver, getArgumentValues } from "graphql";
import type { Context } from "../kit/context";
import type { Args } from "../kit/field-weights";
import { Bail, bailOfPromise, checkValue, isPromise } from "./bail";
import { quoted } from "./leaf-text";
import type { AbstractPlan, FieldPlan, ObjectPlan, ValuePlan } from "./plan";

/** One run of a compiled operation. */
export interface Run {
  readonly context: Context;
  readonly variables: Readonly<Record<string, unknown>>;
  /** Fields whose arguments are those of this run. */
  readonly withArguments: FieldPlan[];
}

type Holder = { readonly [name: string]: unknown };
type Method = GraphQLFieldResolver<unknown, Context, Args>;

const nothing: Holder = Object.create(null);

/**
 * The JSON text of an object.
 * @throws Bail, and whatever a resolver throws.
 */
export function objectText(plan: ObjectPlan, source: unknown, run: Run): string {
  const { fields } = plan;
  run.context.work.manyFields(fields.length);
  const holder = (typeof source === "object" && source !== null) || typeof source === "function";
  const properties = holder ? (source as Holder) : nothing;
  let text = "";
  for (let i = 0; i < fields.length; i += 1) {
    const field = fields[i]!;
    let value: unknown;
    if (field.resolve === null) {
      value = properties[field.name];
      if (typeof value === "function") value = called(value as Method, properties, field, run);
    } else value = resolved(field, source, run);
    text += field.before + valueText(value, field.value, field, run);
  }
  return text + plan.end;
}

/** A function of a record is called as its method. */
const called = (method: Method, source: Holder, field: FieldPlan, run: Run): unknown =>
  (method as (...of: unknown[]) => unknown).call(source, argumentsOf(field, run), run.context, field.info);

function resolved(field: FieldPlan, source: unknown, run: Run): unknown {
  const args = argumentsOf(field, run);
  if (field.units !== null) run.context.work.computes(field.units(args));
  return (field.resolve as Method)(source, args, run.context, field.info);
}

function argumentsOf(field: FieldPlan, run: Run): Args {
  if (field.args !== null) return field.args;
  field.args = getArgumentValues(field.definition, field.node, run.variables);
  run.withArguments.push(field);
  return field.args;
}

function valueText(value: unknown, plan: ValuePlan, field: FieldPlan, run: Run): string {
  if (value === null || value === undefined) {
    if (plan.isNonNull) throw new Bail("null");
    return "null";
  }
  switch (plan.kind) {
    case "string":
      if (typeof value === "string") return quoted(value);
      break;
    case "object":
    case "abstract":
      return compositeText(value, plan, field, run);
    case "list":
      return listText(value, plan, field, run);
    case "int":
      if (((value as number) | 0) === value) return `${value}`;
      break;
    case "float":
      if (Number.isFinite(value)) return `${value as number}`;
      break;
    case "boolean":
      if (typeof value === "boolean") return value ? "true" : "false";
      break;
    case "id":
      if (typeof value === "string") return quoted(value);
      break;
  }
  return plan.text!(value);
}

function listText(value: unknown, plan: ValuePlan, field: FieldPlan, run: Run): string {
  const items = Array.isArray(value) ? (value as readonly unknown[]) : itemsOf(value);
  if (items.length > plan.most) throw new Bail("list");
  const item = plan.item!;
  let text = "[";
  try {
    for (let i = 0; i < items.length; i += 1) {
      if (i > 0) text += ",";
      text += valueText(items[i], item, field, run);
    }
  } catch (error) {
    for (const each of items) if (isPromise(each)) bailOfPromise(each);
    throw error;
  }
  return `${text}]`;
}

/** Another iterable than an array; its length has no bound. */
function itemsOf(value: unknown): readonly unknown[] {
  checkValue(value);
  const isIterable = typeof value === "object" && value !== null && Symbol.iterator in value;
  if (!isIterable) throw new Bail("list");
  return Array.from(value as Iterable<unknown>);
}

function compositeText(value: unknown, plan: ValuePlan, field: FieldPlan, run: Run): string {
  checkValue(value);
  const object = plan.object ?? planOf(value, plan.abstract!, field, run);
  if (object.type.isTypeOf) {
    const isOfType: unknown = object.type.isTypeOf(value, run.context, field.info);
    if (isOfType !== true) throw isPromise(isOfType) ? bailOfPromise(isOfType) : new Bail("type");
  }
  return objectText(object, value, run);
}

function planOf(value: unknown, { type, plans, make }: AbstractPlan, field: FieldPlan, run: Run): ObjectPlan {
  const name: unknown = (type.resolveType ?? defaultTypeResolver)(value, run.context, field.info, type);
  const known = plans.get(name);
  if (known !== undefined) return known;
  if (isPromise(name)) throw bailOfPromise(name);
  return make(name);
}
