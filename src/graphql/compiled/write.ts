import { defaultTypeResolver, type GraphQLFieldResolver, getArgumentValues } from "graphql";
import type { Context } from "../kit/context";
import type { Args } from "../kit/field-weights";
import { Bail, bailOfPromise, checkValue, isPromise } from "./bail";
import { quoted } from "./leaf-text";
import type { AbstractPlan, FieldPlan, ObjectPlan, ValuePlan } from "./plan";

/** One run of a compiled operation. */
export interface Run {
  /** What is written so far: one text that grows is cheaper than a text for each value. */
  text: string;
  readonly context: Context;
  readonly variables: Readonly<Record<string, unknown>>;
  /** Fields whose arguments are those of this run. */
  readonly withArguments: FieldPlan[];
}

type Holder = { readonly [name: string]: unknown };
type Method = GraphQLFieldResolver<unknown, Context, Args>;

const nothing: Holder = Object.create(null);

/**
 * Writes an object as JSON.
 * @throws Bail, and whatever a resolver throws.
 */
export function writeObject(plan: ObjectPlan, source: unknown, run: Run): void {
  const { fields } = plan;
  run.context.work.manyFields(fields.length);
  const holder = (typeof source === "object" && source !== null) || typeof source === "function";
  const properties = holder ? (source as Holder) : nothing;
  for (let i = 0; i < fields.length; i += 1) {
    const field = fields[i]!;
    let value: unknown;
    if (field.resolve === null) {
      value = properties[field.name];
      if (typeof value === "function") value = called(value as Method, properties, field, run);
    } else value = resolved(field, source, run);
    run.text += field.before;
    writeValue(value, field.value, field, run);
  }
  run.text += plan.end;
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

function writeValue(value: unknown, plan: ValuePlan, field: FieldPlan, run: Run): void {
  if (value === null || value === undefined) {
    if (plan.isNonNull) throw new Bail("null");
    run.text += "null";
    return;
  }
  if (plan.kind === "object" || plan.kind === "abstract") writeComposite(value, plan, field, run);
  else if (plan.kind === "list") writeList(value, plan, field, run);
  else run.text += leafText(value, plan);
}

function leafText(value: unknown, plan: ValuePlan): string {
  switch (plan.kind) {
    case "string":
    case "id":
      if (typeof value === "string") return quoted(value);
      break;
    case "int":
      if (((value as number) | 0) === value) return `${value}`;
      break;
    case "float":
      if (Number.isFinite(value)) return `${value as number}`;
      break;
    case "boolean":
      if (typeof value === "boolean") return value ? "true" : "false";
      break;
  }
  return plan.text!(value);
}

function writeList(value: unknown, plan: ValuePlan, field: FieldPlan, run: Run): void {
  const items = Array.isArray(value) ? (value as readonly unknown[]) : itemsOf(value);
  if (items.length > plan.most) throw new Bail("list");
  const item = plan.item!;
  run.text += "[";
  try {
    for (let i = 0; i < items.length; i += 1) {
      if (i > 0) run.text += ",";
      writeValue(items[i], item, field, run);
    }
  } catch (error) {
    for (const each of items) if (isPromise(each)) bailOfPromise(each);
    throw error;
  }
  run.text += "]";
}

/** Another iterable than an array; its length has no bound. */
function itemsOf(value: unknown): readonly unknown[] {
  checkValue(value);
  const isIterable = typeof value === "object" && value !== null && Symbol.iterator in value;
  if (!isIterable) throw new Bail("list");
  return Array.from(value as Iterable<unknown>);
}

function writeComposite(value: unknown, plan: ValuePlan, field: FieldPlan, run: Run): void {
  checkValue(value);
  const object = plan.object ?? planOf(value, plan.abstract!, field, run);
  if (object.type.isTypeOf) {
    const isOfType: unknown = object.type.isTypeOf(value, run.context, field.info);
    if (isOfType !== true) throw isPromise(isOfType) ? bailOfPromise(isOfType) : new Bail("type");
  }
  writeObject(object, value, run);
}

function planOf(value: unknown, { type, plans, make }: AbstractPlan, field: FieldPlan, run: Run): ObjectPlan {
  const name: unknown = (type.resolveType ?? defaultTypeResolver)(value, run.context, field.info, type);
  const known = plans.get(name);
  if (known !== undefined) return known;
  if (isPromise(name)) throw bailOfPromise(name);
  return make(name);
}
