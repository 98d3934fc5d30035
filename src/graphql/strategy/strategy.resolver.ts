import type { Centre } from "../../domain/places/centre";
import { newestBudget, type SharedBudgetVersion, withShares } from "../../domain/strategy/budget-version";
import type { GovernanceRole, Strategy, TargetArea } from "../../domain/strategy/strategy";
import { field, fields, nonNullField, queries } from "../kit/declare";
import { ListArgs } from "../kit/page.input";
import { pageOf } from "../kit/page-of";
import { sourceRefs } from "../kit/source-ref.type";
import { toArea } from "../places/area.type";
import { CentreType } from "../places/centre.type";
import { toOrganization } from "../places/organization.type";
import { BudgetVersionType } from "./budget.type";
import {
  GovernanceRoleType,
  StrategyConnectionType,
  StrategyType,
  TargetAreaType,
  toStrategy,
} from "./strategy.type";

queries({
  strategies: pageOf(
    () => StrategyConnectionType,
    "The strategies that the hub knows, by code.",
    ListArgs,
    (repositories, page) => repositories.strategies.page(page),
  ),
  strategy: toStrategy.byCodeAsOf(
    "Strategy",
    "One strategy by its code; null if there is none.",
    "For example mi-over-net.",
  ),
});

fields<Strategy>(() => StrategyType, {
  budgetVersions: nonNullField(
    () => [BudgetVersionType],
    "Every version of the budget, oldest first.",
    ({ budgetVersions }) => budgetVersions.map(withShares),
  ),
  budget: field(
    () => BudgetVersionType,
    "The newest version of the budget; null where no source gives one.",
    newestBudget,
  ),
  sourceRefs,
});

fields<SharedBudgetVersion>(() => BudgetVersionType, { sourceRefs });

fields<GovernanceRole>(() => GovernanceRoleType, {
  organization: toOrganization.one("organizationCode", "The body."),
  sourceRefs,
});

fields<TargetArea>(() => TargetAreaType, {
  area: toArea.one("areaCode", "The statistical area that the name refers to."),
});

fields<Centre>(() => CentreType, {
  strategies: toStrategy.many("strategyCodes", "The strategies that it belongs to."),
});
