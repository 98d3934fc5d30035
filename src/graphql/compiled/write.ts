import { defaultTypeResolver, type GraphQLFieldResolver, getArgumentValues } from "graphql";
import type { Context } from "../kit/context";
import type { Args } from "../kit/field-weights";
import { Bail, bailOfPromise, checkValue, isPromise } from "./bail";
import type { KeptResults, Results } from "./kept-results";
import { quoted } from "./leaf-text";
import type { AbstractPlan, FieldPlan, ObjectPlan, ValuePlan } from "./plan";

/** One run of a compiled operation. */
export interface Run {
  /** What is written so far: one text that grows is cheaper than a text for each value. */
  text: string;
  readonly context: Context;
  readonly variables: Readonly<Record<string, unknown>>;
  /** Arguments that follow from the variables, by their field. */
  readonly given: Map<FieldPlan, GivenArguments>;
  /** Fields and objects whose arguments, results and rows are those of this run. */
  readonly reached: FieldPlan[];
  readonly reachedRows: ObjectPlan[];
  /** Fields that were written and are not counted as work yet. */
  uncounted: number;
  /** `null` if nothing is kept: the request reads no published version. */
  readonly kept: KeptResults | null;
  /** Results that this run added to them. */
  added: number;
  /** Whether the source of the fields that are written now is the same for every request. */
  isShared: boolean;
  /** Whether they belong to a row: what is in a row is not kept once more. */
  isInRow: boolean;
}

interface GivenArguments {
  readonly args: Args;
  /** The same as text. */
  readonly key: string;
}

type Holder = { readonly [name: string]: unknown };
type Method = GraphQLFieldResolver<unknown, Context, Args>;

const nothing: Holder = Object.create(null);

/** Fields that are counted at once: often enough for the budget of a request, seldom enough to cost nothing. */
const countedAtOnce = 500;

/** Counts the fields that were written as work. @throws the error that ends the work of the request. */
export function countWritten(run: Run): void {
  run.context.work.manyFields(run.uncounted);
  run.uncounted = 0;
}

/**
 * Writes an object as JSON.
 * @throws Bail, and whatever a resolver throws.
 */
export function writeObject(plan: ObjectPlan, source: unknown, run: Run): void {
  const { fields } = plan;
  run.uncounted += fields.length;
  if (run.uncounted > countedAtOnce) countWritten(run);
  const holder = (typeof source === "object" && source !== null) || typeof source === "function";
  const properties = holder ? (source as Holder) : nothing;
  const { isShared } = run;
  for (let i = 0; i < fields.length; i += 1) {
    const field = fields[i]!;
    let value: unknown;
    if (field.resolve === null) {
      value = properties[field.name];
      if (typeof value === "function") value = resultOf(value as Method, properties, field, run);
    } else value = resultOf(field.resolve as Method, source, field, run);
    run.text += field.before;
    writeValue(value, field.value, field, run);
    run.isShared = isShared;
  }
  run.text += plan.end;
}

/** The result of a resolver, or of a function of the source: kept from another request, or computed. */
function resultOf(method: Method, source: unknown, field: FieldPlan, run: Run): unknown {
  const args = reach(field, run);
  if (field.units !== null && field.resolve !== null) run.context.work.computes(field.units(args));
  if (!field.keeps || !run.isShared || run.kept === null) return call(method, source, args, field, run);
  const known = field.results!.get(source);
  if (known !== undefined) {
    if (known.computed > 0) run.context.work.computes(known.computed);
    return known.value;
  }
  const { context } = run.kept;
  const [reads, before] = [context.ownReads, context.work.computed];
  const value = call(method, source, args, field, run);
  if (context.ownReads > reads || !isKeepable(value)) run.isShared = context.records.isShared(value);
  else {
    field.results!.set(source, { value, computed: context.work.computed - before });
    run.added += 1;
  }
  return value;
}

/** A function of a record is called as its method. */
const call = (method: Method, source: unknown, args: Args, field: FieldPlan, run: Run): unknown =>
  field.resolve === null
    ? (method as (...of: unknown[]) => unknown).call(source, args, run.context, field.info)
    : method(source, args, run.context, field.info);

/** A promise ends the run; another iterable than an array may be read only once. */
const isKeepable = (value: unknown): boolean =>
  typeof value !== "object" ||
  value === null ||
  Array.isArray(value) ||
  !(isPromise(value) || value instanceof Error || Symbol.iterator in value);

/** Makes the arguments and the kept results of a field those of this run. */
function reach(field: FieldPlan, run: Run): Args {
  if (field.args !== null && (field.results !== null || !field.keeps)) return field.args;
  const { args, key } = field.args === null ? givenTo(field, run) : { args: field.args, key: "" };
  field.args = args;
  if (field.keeps) field.results = run.kept?.of(field, key) ?? nowhere;
  run.reached.push(field);
  return args;
}

function givenTo(field: FieldPlan, { given, variables }: Run): GivenArguments {
  const known = given.get(field);
  if (known !== undefined) return known;
  const args = Object.freeze(getArgumentValues(field.definition, field.node, variables));
  const made = { args, key: JSON.stringify(args) };
  given.set(field, made);
  return made;
}

/** Of a run that keeps nothing. */
const nowhere: Results = new Map();

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
  if (object.isRow && run.isShared && !run.isInRow && run.kept !== null)
    writeRow(object, value, run, run.kept);
  else writeObject(object, value, run);
}

/** Writes an object that is the same for every request: its text is kept, unless a field of it read something of the request. */
function writeRow(plan: ObjectPlan, source: unknown, run: Run, kept: KeptResults): void {
  if (plan.rows === null) {
    plan.rows = kept.rowsOf(plan);
    run.reachedRows.push(plan);
  }
  const { work } = run.context;
  const known = plan.rows.get(source);
  if (known !== undefined) {
    run.uncounted += known.fields;
    if (run.uncounted > countedAtOnce) countWritten(run);
    if (known.computed > 0) work.computes(known.computed);
    run.text += known.text;
    return;
  }
  countWritten(run);
  const [before, reads, fields, computed] = [run.text, kept.context.ownReads, work.fields, work.computed];
  run.text = "";
  run.isInRow = true;
  writeObject(plan, source, run);
  run.isInRow = false;
  countWritten(run);
  const text = flat(run.text);
  run.text = before + text;
  if (kept.context.ownReads > reads) return;
  plan.rows.set(source, { text, fields: work.fields - fields, computed: work.computed - computed });
  run.added += 1;
}

/** A text that was put together is a tree of its parts until somebody reads it. */
function flat(text: string): string {
  text.charCodeAt(0);
  return text;
}

function planOf(value: unknown, { type, plans, make }: AbstractPlan, field: FieldPlan, run: Run): ObjectPlan {
  const name: unknown = (type.resolveType ?? defaultTypeResolver)(value, run.context, field.info, type);
  const known = plans.get(name);
  if (known !== undefined) return known;
  if (isPromise(name)) throw bailOfPromise(name);
  return make(name);
}
