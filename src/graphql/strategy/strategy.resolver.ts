import { limits } from "../../domain/kit/limits";
import type { Centre } from "../../domain/places/centre";
import { newestBudget, withShares } from "../../domain/strategy/budget-version";
import type { GovernanceRole, Strategy, TargetArea } from "../../domain/strategy/strategy";
import { findEngagementTotals } from "../../queries/strategy/find-engagement-totals";
import { makeBudgetDiff } from "../../queries/strategy/make-budget-diff";
import { optional } from "../kit/argument";
import { field, fields, fieldWith, nonNullField, queries } from "../kit/declare";
import { listArguments } from "../kit/page.input";
import { pageOf } from "../kit/page-of";
import { toArea } from "../places/area.type";
import { CentreType } from "../places/centre.type";
import { toOrganization } from "../places/organization.type";
import { BudgetVersionType } from "./budget.type";
import { BudgetDiffType } from "./budget-diff.type";
import { EngagementEventConnectionType } from "./engagement-event.type";
import { EngagementTotalsType } from "./engagement-totals.type";
import { EvaluationQuestionConnectionType } from "./evaluation-question.type";
import { ExpenditureConnectionType } from "./expenditure.type";
import { IndicatorTargetConnectionType } from "./indicator-target.type";
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
    "All strategies, by code.",
    listArguments,
    (repositories, page) => repositories.strategies.page(page),
  ),
  strategy: toStrategy.byCodeAsOf("Strategy", "strategy", "mi-over-net"),
});

/** Field with a stored list of a strategy. */
const listOf = (
  name: "engagementEvents" | "evaluationQuestions" | "expenditures" | "indicatorTargets",
  type: () => object,
  description: string,
) =>
  pageOf(type, description, listArguments, (repositories, page, { code }: Strategy) =>
    repositories[name].ofStrategy(code, page),
  );

fields<Strategy>(() => StrategyType, {
  budgetVersions: nonNullField(
    () => [BudgetVersionType],
    "All versions of the budget, oldest first.",
    ({ budgetVersions }) => budgetVersions.map(withShares),
    limits.recordList,
  ),
  budget: field(
    () => BudgetVersionType,
    "Newest version of the budget; null if no source states one.",
    newestBudget,
  ),
  budgetDiff: fieldWith(
    () => BudgetDiffType,
    "Differences between two versions of the budget, in exact cents; null if there is no earlier version.",
    {
      fromVersion: optional(
        () => String,
        "Label of the earlier version; the one before `toVersion` when absent.",
      ),
      toVersion: optional(() => String, "Label of the later version; the newest when absent."),
    },
    (strategy: Strategy, versions) => makeBudgetDiff(strategy, versions),
  ),
  engagementEvents: listOf(
    "engagementEvents",
    () => EngagementEventConnectionType,
    "Events of participation, by date; empty if no source reports any.",
  ),
  engagementTotals: field(
    () => EngagementTotalsType,
    "Participations by area and age class, without small groups.",
    findEngagementTotals,
  ),
  evaluationQuestions: listOf(
    "evaluationQuestions",
    () => EvaluationQuestionConnectionType,
    "Evaluation questions, by code; empty if no source states any.",
  ),
  expenditures: listOf(
    "expenditures",
    () => ExpenditureConnectionType,
    "Ledger of committed, contracted, paid and certified amounts, by date; empty if no source states any.",
  ),
  indicatorTargets: listOf(
    "indicatorTargets",
    () => IndicatorTargetConnectionType,
    "Targets by indicator; empty if no source states any.",
  ),
});

fields<GovernanceRole>(() => GovernanceRoleType, {
  organization: toOrganization.one("organizationCode", "The organisation."),
});

fields<TargetArea>(() => TargetAreaType, {
  area: toArea.one("areaCode", "Statistical area that corresponds to the name."),
});

fields<Centre>(() => CentreType, {
  strategies: toStrategy.many("strategyCodes", "Strategies that include the centre."),
});
