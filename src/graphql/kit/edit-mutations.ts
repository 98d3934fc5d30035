import { Arg, type ClassType, Ctx, Field, Int, Mutation, ObjectType, Resolver } from "type-graphql";
import type { EditableType } from "../../editing/editable";
import type { RecordTypes } from "../../storage/records/hub-record";
import type { Context } from "./context";
import { EditInput } from "./edit.input";
import { type FieldMap, inputNameOf, patchOf } from "./patch";
import { type EditResult, runEdit } from "./run-edit";
import { UserErrorType } from "./user-error.type";

/** What the mutations of one type of record are made of. */
export interface EditMutations<T extends EditableType, Input extends object> {
  readonly type: T;
  /** Name of the GraphQL type; the mutations are `create<Name>` and so on. */
  readonly name: string;
  /** The field of the payload. */
  readonly field: string;
  /** What one of them is called in descriptions. */
  readonly noun: string;
  readonly node: () => ClassType;
  readonly input: ClassType<Input>;
  /** The field of the record that each field of the input becomes. */
  readonly fields: FieldMap<Input, RecordTypes[T]>;
  /** What else has to be done to the fields of the record; `before` is `null` for a new one. */
  adjusted?(given: Adjustment<T, Input>): Partial<RecordTypes[T]>;
  before(code: string, context: Context): Promise<RecordTypes[T] | null>;
}

/** What a client gave, on its way to the fields of the record. */
export interface Adjustment<T extends EditableType, Input> {
  readonly patch: Partial<RecordTypes[T]>;
  readonly input: Input;
  readonly before: RecordTypes[T] | null;
  readonly now: string;
}

const editDescription = "The reason, and a key that makes it safe to send the change again.";
const versionDescription =
  "The version that you have read (recordState.version); refused if it is no longer so.";

/** The mutations that create, update and retire records of one type. */
export function editMutations<T extends EditableType, Input extends object>(of: EditMutations<T, Input>) {
  const Payload = payloadType(of.name, of.field, of.noun, of.node);
  const patched = (input: Input, before: RecordTypes[T] | null, now: string): Partial<RecordTypes[T]> => {
    const patch = patchOf(input, of.fields);
    return of.adjusted?.({ patch, input, before, now }) ?? patch;
  };

  @Resolver()
  class EditResolver {
    @Mutation(() => Payload, {
      name: `create${of.name}`,
      description: `Adds a ${of.noun}. Only for editors.`,
    })
    create(
      @Arg("code", () => String, { nullable: true, description: "Its key; the hub makes one when absent." })
      code: string | null | undefined,
      @Arg("fields", () => of.input, { description: "What is known of it." }) input: Input,
      @Arg("edit", () => EditInput, { nullable: true, description: editDescription })
      edit: EditInput | null | undefined,
      @Ctx() context: Context,
    ) {
      return payload(
        of.field,
        runEdit(
          context,
          edit,
          async (options) =>
            context.editing.create(of.type, code ?? null, patched(input, null, options.now), options),
          (field) => inputNameOf(field, of.fields, input),
        ),
      );
    }

    @Mutation(() => Payload, {
      name: `update${of.name}`,
      description: `Changes those fields of a ${of.noun} that are given. What is corrected stays when a source is imported again. Only for editors.`,
    })
    update(
      @Arg("code", () => String, { description: "Its key." }) code: string,
      @Arg("expectedVersion", () => Int, { description: versionDescription }) expectedVersion: number,
      @Arg("fields", () => of.input, { description: "What changes; null means that it is not known." })
      input: Input,
      @Arg("edit", () => EditInput, { nullable: true, description: editDescription })
      edit: EditInput | null | undefined,
      @Ctx() context: Context,
    ) {
      return payload(
        of.field,
        runEdit(
          context,
          edit,
          async (options) => {
            const fields = patched(input, await of.before(code, context), options.now);
            return context.editing.update(of.type, { code, expectedVersion }, fields, options);
          },
          (field) => inputNameOf(field, of.fields, input),
        ),
      );
    }

    @Mutation(() => Payload, {
      name: `retire${of.name}`,
      description: `Takes a ${of.noun} out of every list. Its history stays, and no import brings it back. Only for editors.`,
    })
    retire(
      @Arg("code", () => String, { description: "Its key." }) code: string,
      @Arg("expectedVersion", () => Int, { description: versionDescription }) expectedVersion: number,
      @Arg("edit", () => EditInput, { nullable: true, description: editDescription })
      edit: EditInput | null | undefined,
      @Ctx() context: Context,
    ) {
      return payload(
        of.field,
        runEdit(context, edit, (options) =>
          context.editing.retire(of.type, { code, expectedVersion }, options),
        ),
      );
    }
  }
  return { resolver: EditResolver, payload: Payload };
}

/** The mutation that makes one record of two. */
export function mergeMutation(
  of: Pick<EditMutations<EditableType, object>, "type" | "name" | "field" | "noun">,
  Payload: ClassType,
) {
  @Resolver()
  class MergeResolver {
    @Mutation(() => Payload, {
      name: `merge${of.name}s`,
      description: `Makes one ${of.noun} of two that are the same: what the one that stays is silent about is taken from the other, and the code of the other leads to it from then on. Only for editors.`,
    })
    merge(
      @Arg("from", () => String, { description: "Key of the one that goes." }) from: string,
      @Arg("fromVersion", () => Int, { description: versionDescription }) fromVersion: number,
      @Arg("into", () => String, { description: "Key of the one that stays." }) into: string,
      @Arg("intoVersion", () => Int, { description: versionDescription }) intoVersion: number,
      @Arg("edit", () => EditInput, { nullable: true, description: editDescription })
      edit: EditInput | null | undefined,
      @Ctx() context: Context,
    ) {
      const gone = { code: from, expectedVersion: fromVersion };
      const kept = { code: into, expectedVersion: intoVersion };
      return payload(
        of.field,
        runEdit(context, edit, (options) => context.editing.merge(of.type, gone, kept, options)),
      );
    }
  }
  return MergeResolver;
}

function payloadType(name: string, field: string, noun: string, node: () => ClassType): ClassType {
  @ObjectType(`${name}Payload`, { description: `What came of a change of a ${noun}.`, simpleResolvers: true })
  class PayloadType {
    @Field(node, {
      name: field,
      nullable: true,
      description: "The record as it is now; null where it was retired, or where nothing was changed.",
    })
    record!: object | null;

    @Field(() => Int, { nullable: true, description: "Its version now; null where nothing was changed." })
    version!: number | null;

    @Field(() => [UserErrorType], { description: "Why nothing was changed; empty where it was." })
    userErrors!: UserErrorType[];
  }
  return PayloadType;
}

const payload = async (field: string, result: Promise<EditResult>) => {
  const { record, ...rest } = await result;
  return { ...rest, [field]: record };
};
