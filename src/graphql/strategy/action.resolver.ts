import type { Action, ActionProgress } from "../../domain/strategy/action";
import type { Strategy } from "../../domain/strategy/strategy";
import { findActions } from "../../queries/strategy/find-actions";
import { optional } from "../kit/argument";
import { fields, fieldWith, queries } from "../kit/declare";
import { ListArgs } from "../kit/page.input";
import { sourceRefs, toSource } from "../kit/source-ref.type";
import { toArea } from "../places/area.type";
import { toCentre } from "../places/centre.type";
import { toOrganization } from "../places/organization.type";
import { ActionConnectionType, ActionProgressType, ActionType, toAction } from "./action.type";
import { StrategyType, toStrategy } from "./strategy.type";

queries({
  action: toAction.byCode(
    "One action by its code; null if there is none.",
    "For example mi-over-net-wemi-space.",
  ),
});

fields<Action>(() => ActionType, {
  strategy: toStrategy.one("strategyCode", "The strategy that it belongs to."),
  lead: toOrganization.one("leadOrganizationCode", "Who leads it; null where no source says."),
  partners: toOrganization.many(
    "partnerCodes",
    "The organisations that a source names for this very action, without its lead.",
  ),
  centres: toCentre.many("centreCodes", "The centres that it concerns."),
  areas: toArea.many("areaCodes", "The areas that a source names for it; empty means that none does."),
  sourceRefs,
});

fields<ActionProgress>(() => ActionProgressType, { sourceRef: toSource.one("sourceCode", "Who said so.") });

fields<Strategy>(() => StrategyType, {
  actions: fieldWith(
    () => ActionConnectionType,
    "Its actions, by code.",
    {
      area: optional(() => String, "Code of an area: only the actions for which a source names it."),
      page: ListArgs,
    },
    (strategy: Strategy, { area, page }, context) => findActions(strategy, area, page, context),
  ),
});
