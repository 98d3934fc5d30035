import { GraphQLDateTime } from "graphql-scalars";
import { Field, Int, ObjectType } from "type-graphql";
import type { DataVersion } from "../../storage/documents/hub.repository";

@ObjectType("DataVersion", {
  description: "State of the data as a whole: as long as it is the same, so are all answers.",
  simpleResolvers: true,
})
export class DataVersionType implements DataVersion {
  @Field(() => Int, { description: "Counts the changes of the data; 0 for an empty hub." })
  version!: number;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: "When the data last changed; null for an empty hub.",
  })
  updatedAt!: string | null;
}
