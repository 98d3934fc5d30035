import { GraphQLDateTime, GraphQLJSON } from "graphql-scalars";
import { Field, Int, ObjectType } from "type-graphql";
import type { FieldChange } from "../../queries/changes/field-changes";
import type { ChangedVersion } from "../../queries/changes/find-versions";
import type { ChangeAction } from "../../storage/records/stored-item";
import { connectionType } from "../kit/connection.type";
import { enumType } from "../kit/enum-type";
import { PartialDateScalar } from "../kit/scalars";

export const ChangeActionEnum = enumType<ChangeAction>("ChangeAction", "What happened to a record.", {
  CREATE: "It came into the hub.",
  MERGE: "It was merged into another record of the same thing, to which its code now leads.",
  RETIRE: "It was taken out of the hub.",
  UPDATE: "Something in it changed.",
});

@ObjectType("FieldChange", {
  description: "A field that differs from the version before.",
  simpleResolvers: true,
})
class FieldChangeType implements FieldChange {
  @Field(() => String, { description: "Name of the field of the record." })
  field!: string;

  @Field(() => GraphQLJSON, { nullable: true, description: "What stood there before; null for nothing." })
  previousValue!: unknown;

  @Field(() => GraphQLJSON, { nullable: true, description: "What stands there from this version on." })
  value!: unknown;

  @Field(() => Boolean, {
    description:
      "True where the values are not shown: two versions of a count of people can together tell of few of them.",
  })
  withheld!: boolean;
}

@ObjectType("RecordVersion", {
  description: "What the hub said about something from one instant on (HSDS metadata).",
  simpleResolvers: true,
})
class RecordVersionType implements Omit<ChangedVersion, "origin" | "previous" | "record"> {
  @Field(() => Int, { description: "Number of the version, from 1." })
  version!: number;

  @Field(() => ChangeActionEnum, { description: "What happened." })
  action!: ChangeAction;

  @Field(() => GraphQLDateTime, { description: "From when on the hub said this." })
  recordedAt!: string;

  @Field(() => GraphQLDateTime, { nullable: true, description: "Until when; null for the version of now." })
  supersededAt!: string | null;

  @Field(() => String, {
    description: "Who did it: an editor by name, the code of an imported source, or `starter`.",
  })
  changedBy!: string;

  @Field(() => String, { nullable: true, description: "Why, in the words of the editor." })
  reason!: string | null;

  @Field(() => PartialDateScalar, {
    nullable: true,
    description: "When the dataset was published that first said so; null where that is not known.",
  })
  publishedOn!: string | null;

  @Field(() => String, { nullable: true, description: "Code of the record that took its place." })
  mergedInto!: string | null;

  @Field(() => [FieldChangeType], {
    description: "What differs from the version before; all fields for the first one that the hub kept.",
  })
  fields!: FieldChangeType[];
}

export const RecordVersionConnectionType = connectionType(
  "RecordVersion",
  () => RecordVersionType,
  "versions",
);
