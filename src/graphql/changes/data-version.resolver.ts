import { Ctx, Query, Resolver } from "type-graphql";
import type { DataVersion } from "../../storage/documents/hub.repository";
import type { Context } from "../kit/context";
import { DataVersionType } from "./data-version.type";

@Resolver(() => DataVersionType)
export class DataVersionResolver {
  @Query(() => DataVersionType, {
    nullable: true,
    description: "State of the data: poll it to learn whether anything changed.",
  })
  dataVersion(@Ctx() { repositories }: Context): Promise<DataVersion> {
    return repositories.hub.dataVersion();
  }
}
