import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import type { SourceRef } from "../../domain/kit/source-ref";
import type { ImportRun, ImportRunStatus } from "../../domain/quality/import-run";
import { findImportRuns } from "../../queries/changes/find-import-runs";
import type { Connection } from "../../queries/kit/connection";
import { loadOne } from "../../queries/kit/loaders";
import type { Context } from "../kit/context";
import { PageArgs } from "../kit/page.input";
import { SourceRefType } from "../kit/source-ref.type";
import { ImportRunStatusEnum } from "./import-run.enum";
import { ImportRunConnectionType, ImportRunType } from "./import-run.type";

@Resolver(() => ImportRunType)
export class ImportRunResolver {
  @Query(() => ImportRunConnectionType, {
    nullable: true,
    description: "The imports of the hub, newest first.",
  })
  importRuns(
    @Arg("source", () => String, {
      nullable: true,
      description: "Code of a source, for example ds205; one that never was imported has none.",
    })
    source: string | null | undefined,
    @Arg("status", () => ImportRunStatusEnum, { nullable: true, description: "Only those of this status." })
    status: ImportRunStatus | null | undefined,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: Context,
  ): Promise<Connection<ImportRun>> {
    return findImportRuns({ source, status }, page, context);
  }

  @Query(() => ImportRunType, {
    nullable: true,
    description: "One import by its code; null if there is none.",
  })
  importRun(
    @Arg("code", () => String, { description: "For example ds205:7." }) code: string,
    @Ctx() { loaders }: Context,
  ): Promise<ImportRun | null> {
    return loaders.importRun.load(code);
  }

  @FieldResolver(() => ImportRunType, {
    nullable: true,
    description: "The import that this one took back; null for one that read a file.",
  })
  rollbackOf(@Root() run: ImportRun, @Ctx() { loaders }: Context): Promise<ImportRun | null> | null {
    return loadOne<ImportRun>(loaders.importRun, run.rollbackOf);
  }

  @FieldResolver(() => SourceRefType, {
    nullable: true,
    description: "The source; null where its file could never be read.",
  })
  source(@Root() { sourceCode }: ImportRun, @Ctx() { loaders }: Context): Promise<SourceRef | null> {
    return loaders.sourceRef.load(sourceCode);
  }
}
