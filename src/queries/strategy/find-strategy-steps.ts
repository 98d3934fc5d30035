import type { Strategy } from "../../domain/strategy/strategy";
import type { StrategyStep } from "../../domain/strategy/strategy-step";
import type { ListRequest } from "../../storage/engine/ordered-page";
import { type Connection, toConnection } from "../kit/connection";
import type { QueryContext } from "../kit/query-context";

/** The steps of a strategy by date. */
export const findStrategySteps = (
  { code }: Strategy,
  page: ListRequest,
  { repositories }: QueryContext,
): Connection<StrategyStep> => toConnection(repositories.strategySteps.ofStrategy(code, page), page);
