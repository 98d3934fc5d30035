import type { Centre } from "../../domain/places/centre";
import { newestBudget, type SharedBudgetVersion, withShares } from "../../domain/strategy/budget-version";
import type { GovernanceRole, Strategy, TargetArea } from "../../domain/strategy/strategy";
import { findEngagementTotals } from "../../queries/strategy/find-engagement-totals";
import { makeBudgetDiff } from "../../queries/strategy/make-budget-diff";
import { required } from "../kit/argument";
import { field, fields, fieldWith, nonNullField, queries } from "../kit/declare";
import { ListArgs } from "../kit/page.input";
import { pageOf } from "../kit/page-of";
import { sourceRefs } from "../kit/source-ref.type";
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

/** A list that the storage keeps for each strategy. */
const listOf = (
  name: "engagementEvents" | "evaluationQuestions" | "expenditures" | "indicatorTargets",
  type: () => object,
  description: string,
) =>
  pageOf(type, description, ListArgs, (repositories, page, { code }: Strategy) =>
    repositories[name].ofStrategy(code, page),
  );

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
  budgetDiff: fieldWith(
    () => BudgetDiffType,
    "What changed between two versions of the budget, in exact cents.",
    {
      from: required(() => String, "Label of the version to compare from."),
      to: required(() => String, "Label of the version to compare to."),
    },
    (strategy: Strategy, { from, to }) => makeBudgetDiff(strategy, from, to),
  ),
  engagementEvents: listOf(
    "engagementEvents",
    () => EngagementEventConnectionType,
    "How residents and stakeholders took part, by date; empty where no source tells.",
  ),
  engagementTotals: field(
    () => EngagementTotalsType,
    "How many took part, by area and age class, without disclosing small groups.",
    findEngagementTotals,
  ),
  evaluationQuestions: listOf(
    "evaluationQuestions",
    () => EvaluationQuestionConnectionType,
    "What its evaluation is to find out, by code; empty where no source tells.",
  ),
  expenditures: listOf(
    "expenditures",
    () => ExpenditureConnectionType,
    "What was committed, contracted, paid and certified, by date; empty where no source tells.",
  ),
  indicatorTargets: listOf(
    "indicatorTargets",
    () => IndicatorTargetConnectionType,
    "What it promises to reach, by indicator; empty where no source tells.",
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
