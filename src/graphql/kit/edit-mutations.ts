import { type ClassType, Field, Int } from "type-graphql";
import type { RecordDefinition } from "../../domain/kit/record";
import type { EditableType } from "../../editing/editable";
import type { RecordTypes } from "../../storage/records/hub-record";
import { type Argument, type Arguments, type Given, optional, required } from "./argument";
import type { Context } from "./context";
import { mutations, nonNull, operation } from "./declare";
import { NonNull, Nullable, Output } from "./decorators";
import { EditInput } from "./edit.input";
import { inputNameOf, patchOf, type Renamed } from "./patch";
import { type EditResult, runEdit } from "./run-edit";
import { UserErrorType } from "./user-error.type";

/** What the mutations of one type of record are made of. */
interface EditMutations<T extends EditableType, Input extends object> {
  /** Names the field of the payload, and in capitals the GraphQL type: the mutations are `create<Name>` and so on. */
  readonly type: T;
  readonly definition: RecordDefinition;
  /** What one of them is called in descriptions. */
  readonly noun: string;
  /** How one is found. */
  readonly to: {
    readonly type: () => ClassType;
    readonly load: (code: string, context: Context) => Promise<RecordTypes[T] | null>;
  };
  readonly input: ClassType<Input>;
  readonly renamed?: Renamed;
  /** What else has to be done to the fields of the record; `before` is `null` for a new one. */
  adjusted?(given: Adjustment<T, Input>): Partial<RecordTypes[T]>;
  /** Whether two of them can be the same thing. */
  readonly mergeable: boolean;
}

/** What a client gave, on its way to the fields of the record. */
export interface Adjustment<T extends EditableType, Input> {
  readonly patch: Partial<RecordTypes[T]>;
  readonly input: Input;
  readonly before: RecordTypes[T] | null;
  readonly now: string;
}

const edit = optional(() => EditInput, "The reason, and a key that makes it safe to send the change again.");
const version = required(
  () => Int,
  "The version that you have read (recordState.version); refused if it is no longer so.",
);
const code = required(() => String, "Its key.");

/** The mutations that create, update, retire and merge records of one type. */
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
  ) =>
    nonNull(
      operation(
        () => Payload,
        description,
        args,
        async (given: Given<A>, context) => {
          const { record, ...rest } = await run(given, context);
          return { ...rest, [type]: record };
        },
      ),
    );
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
      `Adds a ${noun}. Only for editors.`,
      {
        code: optional(() => String, "Its key; the hub makes one when absent."),
        fields: given("What is known of it."),
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
      `Changes those fields of a ${noun} that are given. What is corrected stays when a source is imported again. Only for editors.`,
      {
        code,
        expectedVersion: version,
        fields: given("What changes; null means that it is not known."),
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
      `Takes a ${noun} out of every list. Its history stays, and no import brings it back. Only for editors.`,
      { code, expectedVersion: version, edit },
      ({ code, expectedVersion, edit }, context) =>
        runEdit(context, edit, (options) => context.editing.retire(type, { code, expectedVersion }, options)),
    ),
    ...(of.mergeable && {
      [`merge${name}s`]: mutation(
        `Makes one ${noun} of two that are the same: what the one that stays is silent about is taken from the other, and the code of the other leads to it from then on. Only for editors.`,
        {
          from: required(() => String, "Key of the one that goes."),
          fromVersion: version,
          into: required(() => String, "Key of the one that stays."),
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

function payloadType(name: string, field: string, noun: string, node: () => ClassType): ClassType {
  @Output(`${name}Payload`, `What came of a change of a ${noun}.`)
  class PayloadType {
    @Field(node, {
      name: field,
      nullable: true,
      description: "The record as it is now; null where it was retired, or where nothing was changed.",
    })
    record!: object | null;

    @Nullable(() => Int, "Its version now; null where nothing was changed.")
    version!: number | null;

    @NonNull(() => [UserErrorType], "Why nothing was changed; empty where it was.")
    userErrors!: UserErrorType[];
  }
  return PayloadType;
}
