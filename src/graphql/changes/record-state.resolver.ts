import { Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { type ChangedVersion, findVersions } from "../../queries/changes/find-versions";
import type { Connection } from "../../queries/kit/connection";
import type { KnownState } from "../../queries/kit/record-state";
import type { Context } from "../kit/context";
import { PageArgs } from "../kit/page.input";
import { RecordStateType } from "../kit/record-state.type";
import { RecordVersionConnectionType } from "./record-version.type";

@Resolver(() => RecordStateType)
export class RecordStateResolver {
  @FieldResolver(() => RecordVersionConnectionType, {
    nullable: true,
    description:
      "All its versions, newest first: who changed what, when and why. Ask it of one record at a time.",
  })
  history(
    @Root() { ref }: KnownState,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: Context,
  ): Promise<Connection<ChangedVersion>> {
    return findVersions(ref, page, context);
  }
}
