import { type ClassType, Int } from "type-graphql";
import type { RecordDefinition } from "../../domain/kit/record";
import type { Edited, EditOptions } from "../../editing";
import type { EditableType } from "../../editing/editable";
import type { RecordTypes } from "../../storage/records/hub-record";
import { type Argument, type Arguments, type Given, optional, required } from "./argument";
import type { Context } from "./context";
import { type FieldOf, field, fields, mutations, neverNull, nonNullField, operation } from "./declare";
import { editForms, type Facts, noFacts } from "./edit-forms";
import { editedFields, type Renamed } from "./edited-fields";
import { input } from "./input";
import { interfaceOf, nullable, output } from "./output";
import { type EditInput, type EditResult, type PathOf, runEdit } from "./run-edit";
import { userErrorsField } from "./user-error.type";

/** Definition of the mutations of one type of record. */
interface EditMutations<T extends EditableType, Fields extends Arguments> {
  /** Name of the payload field; capitalised, of the GraphQL type and its mutations: `create<Name>` and so on. */
  readonly type: T;
  readonly definition: RecordDefinition;
  /** Name with its article, for the descriptions. */
  readonly noun: string;
  readonly to: { readonly type: () => ClassType };
  /** What an editor can state about a record. */
  readonly fields: Fields;
  readonly renamed?: Renamed;
  /** Further changes of the record; `before` is `null` for a new record. */
  adjusted?(given: Adjustment<T, Fields>): Partial<RecordTypes[T]>;
  /** True if two records can be the same thing. */
  readonly mergeable: boolean;
}

/** Facts of the client and the patch derived from them. */
interface Adjustment<T extends EditableType, Fields extends Arguments> {
  readonly patch: Partial<RecordTypes[T]>;
  readonly given: Given<Fields>;
  readonly before: RecordTypes[T] | null;
  readonly now: string;
}

/** What a mutation does with its input. */
type Run<A extends Arguments> = (
  given: Given<A>,
  options: EditOptions,
  context: Context,
  /** The places of the facts of the input, for its errors. */
  facts: Facts,
) => Promise<Edited>;

/** What every change states beside its facts. */
export const editArguments = {
  reason: required(() => String, "Reason for the history of the record, 1 to 500 characters."),
  requestKey: optional(
    () => String,
    "Key chosen by the client, 8 to 100 characters, new for each change, for example a UUID. A repeated request with the same key is executed only once.",
  ),
};
const version = required(
  () => Int,
  "Version that the client has read (recordState.version). An update of a record with a newer version is added to it if nobody else changed the same fields; any other change is rejected.",
);
const code = required(() => String, "Code of the record.");

/** Declares the mutations that create, update, retire and merge records of one type, their inputs and payloads. */
export function editMutations<T extends EditableType, Fields extends Arguments>(
  of: EditMutations<T, Fields>,
): void {
  const { type, definition, noun, to } = of;
  const name = capitalised(type);
  const edited = editedFields(Object.keys(of.fields), definition, of.renamed ?? {});
  const FieldsInput = input(
    `${name}Fields`,
    `Facts about ${noun}. Omitted fields stay unchanged; null means unknown.`,
    of.fields,
  );
  const given = (description: string): Argument<Given<Fields>> => ({
    type: () => FieldsInput,
    options: { description },
  });
  const record = (description: string): Answers => ({
    [type]: field(to.type, description, (result) => result.record),
  });
  const changes =
    (given: Given<Fields>, now: string, facts: Facts) =>
    (before: RecordTypes[T] | null): Partial<RecordTypes[T]> => {
      Object.assign(facts, edited.patchOf(given));
      const patch = facts.patch as Partial<RecordTypes[T]>;
      facts.patch = of.adjusted?.({ patch, given, before, now }) ?? patch;
      return facts.patch;
    };
  const form = {
    Fields: FieldsInput,
    noun,
    mergeable: of.mergeable,
    changes: changes as never,
    pathOf: (place: string, { patch, places }: Facts) => edited.placeOf(place, patch, places),
  };
  editForms.set(type, form);

  const mutation = <A extends Arguments>(
    title: string,
    description: string,
    answers: Answers,
    args: A,
    run: Run<A>,
  ): Readonly<Record<string, FieldOf<unknown>>> => {
    const Input = input(`${capitalised(title)}Input`, `Input of ${title}.`, { ...args, ...editArguments });
    const Payload = payloadType(title, answers);
    const root = operation(
      () => Payload,
      `${description} Requires the scope WRITE_OWN, and for records of other organisations REVIEW.`,
      { input: required(() => Input, "Everything that the change states.") },
      (all, context) => {
        const asked = all.input as Given<A> & EditInput;
        const facts = noFacts();
        const inRecord = (place: string) => form.pathOf(place, facts);
        const pathOf = pathIn(Object.keys({ ...args, ...editArguments }), inRecord);
        return runEdit(context, title, asked, (options) => run(asked, options, context, facts), pathOf);
      },
    );
    return { [title]: neverNull(root) };
  };

  mutations({
    ...mutation(
      `create${name}`,
      `Adds ${noun}.`,
      record("The new record; null after an error."),
      {
        code: optional(() => String, "Code of the new record; the hub generates one when absent."),
        fields: given("Facts about the new record."),
      },
      ({ code, fields }, options, { editing }, facts) =>
        editing.create(type, code ?? null, changes(fields, options.now, facts), options),
    ),
    ...mutation(
      `update${name}`,
      `Changes the given fields of ${noun}. Later imports do not overwrite the corrections.`,
      {
        ...record("Record after the change; null after an error."),
        isChanged: nonNullField(
          () => Boolean,
          "True if a new version was written; false if the record already had these values, and after an error.",
          ({ isChanged }) => isChanged,
        ),
        isMerged: nonNullField(
          () => Boolean,
          "True if others changed further fields since `expectedVersion`: the change was added to theirs.",
          ({ isMerged = false }) => isMerged,
        ),
      },
      { code, expectedVersion: version, fields: given("Changed fields; null means unknown.") },
      ({ code, expectedVersion, fields }, options, { editing }, facts) =>
        editing.update(type, { code, expectedVersion }, changes(fields, options.now, facts), options),
    ),
    ...mutation(
      `retire${name}`,
      `Removes ${noun} from every list. The history stays, and no import restores the record.`,
      {},
      { code, expectedVersion: version },
      ({ code, expectedVersion }, options, { editing }) =>
        editing.retire(type, { code, expectedVersion }, options),
    ),
    ...(of.mergeable &&
      mutation(
        `merge${name}s`,
        `Merges ${noun} into another record of the same thing. Unknown facts of the remaining record are taken from the other. Both codes lead to the remaining record.`,
        record("The remaining record; null after an error."),
        {
          from: required(() => String, "Code of the record that is merged into the other."),
          fromVersion: version,
          into: required(() => String, "Code of the record that remains."),
          intoVersion: version,
        },
        ({ from, fromVersion, into, intoVersion }, options, { editing }) => {
          const gone = { code: from, expectedVersion: fromVersion };
          return editing.merge(type, gone, { code: into, expectedVersion: intoVersion }, options);
        },
      )),
  });
}

/** Fields of a payload beside version and user errors. */
type Answers = Readonly<Record<string, FieldOf<EditResult>>>;

/** Every payload, so that clients report the errors of all changes in one way. */
const EditPayloadType = interfaceOf<Pick<EditResult, "dataVersion" | "userErrors" | "version">>(
  "EditPayload",
  "Result of a change.",
  {
    version: nullable(() => Int, "Version of the record after the change; null after an error."),
    dataVersion: nullable(
      () => Int,
      "Version of the data that includes the change, a moment before it is published: a request with this `minVersion` reads what was changed. Null if nothing was changed.",
    ),
    userErrors: userErrorsField,
  },
);

function payloadType(title: string, answers: Answers): ClassType {
  const [name, description] = [`${capitalised(title)}Payload`, `Result of ${title}.`];
  const Payload = output<EditResult, keyof EditResult>(name, description, {}, [EditPayloadType]);
  if (Object.keys(answers).length > 0) fields<EditResult>(() => Payload, answers);
  return Payload;
}

/** What an error names as path in an input. It ends at the last part that the input has. */
const pathIn =
  (names: readonly string[], inRecord: (place: string) => readonly string[]): PathOf =>
  (where) => {
    const path = where?.startsWith("fields.") ? inRecord(where.slice("fields.".length)) : [where ?? ""];
    return names.includes(path[0]!) ? ["input", ...path] : ["input"];
  };

const capitalised = (name: string): string => `${name.slice(0, 1).toUpperCase()}${name.slice(1)}`;
