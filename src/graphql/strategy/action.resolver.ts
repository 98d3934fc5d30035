import type { Area } from "../../domain/places/area";
import type { Action, ActionProgress } from "../../domain/strategy/action";
import type { Strategy } from "../../domain/strategy/strategy";
import { actionsOfArea, findActions } from "../../queries/strategy/find-actions";
import { codeOf, optional } from "../kit/argument";
import { fields, fieldWith, queries } from "../kit/declare";
import { listArguments, pageArguments } from "../kit/page.input";
import { toSource } from "../kit/source-ref.type";
import { AreaType, toArea } from "../places/area.type";
import { toCentre } from "../places/centre.type";
import { toOrganization } from "../places/organization.type";
import { ActionConnectionType, ActionProgressType, ActionType, toAction } from "./action.type";
import { StrategyType, toStrategy } from "./strategy.type";

queries({
  action: toAction.byCode("action", "mi-over-net-wemi-space"),
});

fields<Action>(() => ActionType, {
  strategy: toStrategy.one("strategyCode", "Strategy that the action belongs to."),
  lead: toOrganization.one(
    "leadOrganizationCode",
    "Organisation that leads the action; null if no source states it.",
  ),
  partners: toOrganization.many(
    "partnerCodes",
    "Organisations that a source names as partners of this action, without its lead.",
  ),
  centres: toCentre.many("centreCodes", "Centres that the action concerns."),
  areas: toArea.many("areaCodes", "Areas that a source names for the action; empty if no source names any."),
});

fields<ActionProgress>(() => ActionProgressType, {
  sourceRef: toSource.one("sourceCode", "Source of the statement."),
});

fields<Strategy>(() => StrategyType, {
  actions: fieldWith(
    () => ActionConnectionType,
    "Actions of the strategy, by code.",
    {
      area: optional(codeOf("area"), "Code of an area: returns only actions for which a source names it."),
      ...listArguments,
    },
    (strategy: Strategy, { area, ...page }, context) => findActions(strategy, area, page, context),
  ),
});

fields<Area>(() => AreaType, {
  actions: fieldWith(
    () => ActionConnectionType,
    "Actions for which a source names the area, by code.",
    {
      strategy: optional(codeOf("strategy"), "Code of a strategy: returns only its actions."),
      ...pageArguments,
    },
    (area: Area, { strategy, ...page }, context) => actionsOfArea(area, strategy, page, context),
  ),
});
