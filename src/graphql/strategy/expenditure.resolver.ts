import { Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { SourceRef } from "../../domain/kit/source-ref";
import type { Action } from "../../domain/strategy/action";
import type { Expenditure } from "../../domain/strategy/expenditure";
import type { Strategy } from "../../domain/strategy/strategy";
import { type Connection, toConnection } from "../../queries/kit/connection";
import { loadOne } from "../../queries/kit/loaders";
import { sourcesOf } from "../../queries/kit/sourced";
import type { Context } from "../kit/context";
import { ListArgs } from "../kit/page.input";
import { SourceRefType, sourceRefsDescription } from "../kit/source-ref.type";
import { ActionType } from "./action.type";
import { ExpenditureConnectionType, ExpenditureType } from "./expenditure.type";
import { StrategyType } from "./strategy.type";

@Resolver(() => ExpenditureType)
export class ExpenditureResolver {
  @FieldResolver(() => ActionType, { nullable: true, description: "The action that it is for." })
  action(@Root() expenditure: Expenditure, @Ctx() { loaders }: Context): Promise<Action | null> {
    return loaders.action.load(expenditure.actionCode);
  }

  @FieldResolver(() => ExpenditureType, {
    nullable: true,
    description: "The earlier entry that this one corrects; null if it is no correction.",
  })
  corrects(@Root() expenditure: Expenditure, @Ctx() { loaders }: Context) {
    return loadOne(loaders.expenditure, expenditure.correctsCode);
  }

  @FieldResolver(() => [SourceRefType], { nullable: true, description: sourceRefsDescription })
  sourceRefs(@Root() expenditure: Expenditure, @Ctx() context: Context): Promise<SourceRef[]> {
    return sourcesOf(expenditure, context);
  }
}

@Resolver(() => StrategyType)
export class StrategyExpendituresResolver {
  @FieldResolver(() => ExpenditureConnectionType, {
    nullable: true,
    description: "What was committed, contracted, paid and certified, by date; empty where no source tells.",
  })
  async expenditures(
    @Root() strategy: Strategy,
    @Args(() => ListArgs) page: ListArgs,
    @Ctx() { repositories }: Context,
  ): Promise<Connection<Expenditure>> {
    return toConnection(await repositories.expenditures.ofStrategy(strategy.code, page), page);
  }
}
