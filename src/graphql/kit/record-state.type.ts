import { GraphQLDateTime } from "graphql-scalars";
import { Field, Int, ObjectType } from "type-graphql";
import type { KnownState } from "../../queries/kit/record-state";
import type { RecordRef } from "../../storage/records/history.repository";
import { PartialDateScalar } from "./scalars";

@ObjectType("RecordState", {
  description: "What the hub knows about a record beside what it says: when it learned of it, and from whom.",
  simpleResolvers: true,
})
export class RecordStateType implements Omit<KnownState, "mergedInto" | "origin"> {
  @Field(() => Int, {
    description: "Counts its changes, from 1. A change must name the version that it was made from.",
  })
  version!: number;

  @Field(() => GraphQLDateTime, { description: "When the hub first knew of it." })
  createdAt!: string;

  @Field(() => GraphQLDateTime, {
    description: "When it last changed in the hub; when a fact holds in the world is in the record.",
  })
  updatedAt!: string;

  @Field(() => String, {
    description: "Who changed it last: an editor by name, the code of an imported source, or `starter`.",
  })
  changedBy!: string;

  @Field(() => PartialDateScalar, {
    nullable: true,
    description: "When the dataset was published that first said what it says; null where that is not known.",
  })
  publishedOn!: string | null;

  @Field(() => [String], { description: "What editors corrected: it stays when a source is imported again." })
  editedFields!: string[];

  @Field(() => [String], {
    description: "Codes of records that were merged into this one; they still lead to it.",
  })
  formerCodes!: string[];

  readonly ref!: RecordRef;
}
