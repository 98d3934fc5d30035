import { type ClassType, Int } from "type-graphql";
import type { RecordDefinition } from "../../domain/kit/record";
import type { EditableType } from "../../editing/editable";
import type { RecordTypes } from "../../storage/records/hub-record";
import { type Argument, type Arguments, type Given, optional, required } from "./argument";
import type { Context } from "./context";
import { field, fields, mutations, neverNull, operation } from "./declare";
import { EditInput } from "./edit.input";
import { nonNull, nullable, output } from "./output";
import { inputNameOf, patchOf, type Renamed } from "./patch";
import { type EditResult, runEdit } from "./run-edit";
import { UserErrorType } from "./user-error.type";

/** Definition of the mutations of one type of record. */
interface EditMutations<T extends EditableType, Input extends object> {
  /** Name of the payload field; capitalised, of the GraphQL type and its mutations: `create<Name>` and so on. */
  readonly type: T;
  readonly definition: RecordDefinition;
  /** Name with its article, for the descriptions. */
  readonly noun: string;
  /** Type and loader of one record. */
  readonly to: {
    readonly type: () => ClassType;
    readonly load: (code: string, context: Context) => Promise<RecordTypes[T] | null>;
  };
  readonly input: ClassType<Input>;
  readonly renamed?: Renamed;
  /** Further changes of the record; `before` is `null` for a new record. */
  adjusted?(given: Adjustment<T, Input>): Partial<RecordTypes[T]>;
  /** True if two records can be the same thing. */
  readonly mergeable: boolean;
}

/** Input of the client and the patch derived from it. */
interface Adjustment<T extends EditableType, Input> {
  readonly patch: Partial<RecordTypes[T]>;
  readonly input: Input;
  readonly before: RecordTypes[T] | null;
  readonly now: string;
}

const edit = optional(() => EditInput, "Reason, and a request key that makes repetition safe.");
const version = required(
  () => Int,
  "Version that the client has read (recordState.version). The change is rejected if the record has a newer version.",
);
const code = required(() => String, "Code of the record.");

/** Declares the mutations that create, update, retire and merge records of one type. */
export function editMutations<T extends EditableType, Input extends object>(
  of: EditMutations<T, Input>,
): void {
  const { type, definition, noun, to, renamed = {} } = of;
  const name = `${type.slice(0, 1).toUpperCase()}${type.slice(1)}`;
  const Payload = payloadType(name, type, noun, to.type);
  const mutation = <A extends Arguments>(
    description: string,
    args: A,
    run: (given: Given<A>, context: Context) => Promise<EditResult>,
  ) => neverNull(operation(() => Payload, description, args, run));
  const given = (description: string): Argument<Input> => ({
    type: () => of.input,
    options: { description },
  });
  const patched = (input: Input, before: RecordTypes[T] | null, now: string): Partial<RecordTypes[T]> => {
    const patch = patchOf(input, definition, renamed) as Partial<RecordTypes[T]>;
    return of.adjusted?.({ patch, input, before, now }) ?? patch;
  };
  const nameIn = (input: Input) => (field: string) => inputNameOf(field, input, definition, renamed);

  mutations({
    [`create${name}`]: mutation(
      `Adds ${noun}. Requires the key of an editor.`,
      {
        code: optional(() => String, "Code of the new record; the hub generates one when absent."),
        fields: given("Facts about the new record."),
        edit,
      },
      ({ code, fields: input, edit }, context) =>
        runEdit(
          context,
          edit,
          async (options) =>
            context.editing.create(type, code ?? null, patched(input, null, options.now), options),
          nameIn(input),
        ),
    ),
    [`update${name}`]: mutation(
      `Changes the given fields of ${noun}. Later imports do not overwrite the corrections. Requires the key of an editor.`,
      {
        code,
        expectedVersion: version,
        fields: given("Changed fields; null means unknown."),
        edit,
      },
      ({ code, expectedVersion, fields: input, edit }, context) =>
        runEdit(
          context,
          edit,
          async (options) => {
            const changed = patched(input, await to.load(code, context), options.now);
            return context.editing.update(type, { code, expectedVersion }, changed, options);
          },
          nameIn(input),
        ),
    ),
    [`retire${name}`]: mutation(
      `Removes ${noun} from every list. The history stays, and no import restores the record. Requires the key of an editor.`,
      { code, expectedVersion: version, edit },
      ({ code, expectedVersion, edit }, context) =>
        runEdit(context, edit, (options) => context.editing.retire(type, { code, expectedVersion }, options)),
    ),
    ...(of.mergeable && {
      [`merge${name}s`]: mutation(
        `Merges ${noun} into another record of the same thing. Unknown facts of the remaining record are taken from the other. Both codes lead to the remaining record. Requires the key of an editor.`,
        {
          from: required(() => String, "Code of the record that is merged into the other."),
          fromVersion: version,
          into: required(() => String, "Code of the record that remains."),
          intoVersion: version,
          edit,
        },
        ({ from, fromVersion, into, intoVersion, edit }, context) => {
          const gone = { code: from, expectedVersion: fromVersion };
          const kept = { code: into, expectedVersion: intoVersion };
          return runEdit(context, edit, (options) => context.editing.merge(type, gone, kept, options));
        },
      ),
    }),
  });
}

function payloadType(name: string, record: string, noun: string, type: () => ClassType): ClassType {
  const Payload = output<EditResult, "record">(`${name}Payload`, `Result of a change of ${noun}.`, {
    version: nullable(() => Int, "Version after the change; null if nothing was changed."),
    userErrors: nonNull(
      () => [UserErrorType],
      "Reasons why nothing was changed; empty after a successful change.",
    ),
  });
  const description = "Record after the change; null if it was retired or nothing was changed.";
  fields<EditResult>(() => Payload, { [record]: field(type, description, (result) => result.record) });
  return Payload;
}
