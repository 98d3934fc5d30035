import { Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { Context } from "../context";
import type { Connection } from "../shared/connection";
import { PageArgs } from "../shared/page.input";
import { type ChangedVersion, findVersions } from "./find-versions";
import type { KnownState } from "./record-state";
import { RecordStateType } from "./record-state.type";
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
