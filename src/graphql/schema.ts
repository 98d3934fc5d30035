import "reflect-metadata";
import { type GraphQLSchema, lexicographicSortSchema, printSchema } from "graphql";
import { buildSchemaSync } from "type-graphql";
import { AccessResolver } from "./access/access.resolver";
import { ChangeResolver } from "./changes/change.resolver";
import { DataVersionResolver } from "./changes/data-version.resolver";
import { RecordStateResolver } from "./changes/record-state.resolver";
import { AggregateResolver, AggregateValueResolver } from "./counts/aggregate.resolver";
import { RatiosResolver } from "./counts/ratios.resolver";
import { TotalsResolver } from "./counts/totals.resolver";
import { AreaNumberResolver } from "./indicators/area-number.resolver";
import { AreaObservationResolver } from "./indicators/area-observation.resolver";
import { AreaProfileResolver } from "./indicators/area-profile.resolver";
import { AreaComparisonCellResolver, AreaComparisonResolver } from "./indicators/compare-areas.resolver";
import { CompositeIndexResolver } from "./indicators/composite-index.resolver";
import { IndicatorResolver } from "./indicators/indicator.resolver";
import { IndicatorMapResolver } from "./indicators/indicator-map.resolver";
import { IndicatorSeriesResolver } from "./indicators/indicator-series.resolver";
import { ObservationResolver } from "./indicators/observation.resolver";
import { ObservationVintageResolver } from "./indicators/observation-vintage.resolver";
import { CapacityResolver } from "./kit/capacity.resolver";
import { NodeResolver } from "./kit/node.resolver";
import { SourceRefResolver } from "./kit/source-ref.resolver";
import { TaxonomyTermResolver } from "./kit/taxonomy-term.resolver";
import { AreaOverlapResolver, AreaResolver } from "./places/area.resolver";
import { CentreMergeResolver, CentreMutationResolver } from "./places/centre.mutation";
import { CentreKindPeriodResolver, CentreResolver } from "./places/centre.resolver";
import { CentreOpeningResolver } from "./places/centre-opening.resolver";
import { ExternalIdentifierResolver } from "./places/external-identifier.resolver";
import { CentreLocationResolver, LocationResolver } from "./places/location.resolver";
import { OrganizationMergeResolver, OrganizationMutationResolver } from "./places/organization.mutation";
import { OrganizationResolver } from "./places/organization.resolver";
import { DataQualityIssueResolver } from "./quality/data-quality-issue.resolver";
import {
  DataQualityGroupResolver,
  DataQualitySummaryResolver,
} from "./quality/data-quality-summary.resolver";
import { ImportRunResolver } from "./quality/import-run.resolver";
import {
  CentreIssuesResolver,
  ObservationIssuesResolver,
  ServiceAtLocationIssuesResolver,
} from "./quality/issues-of-record.resolver";
import { SourceFreshnessResolver } from "./quality/source-freshness.resolver";
import { SearchResolver } from "./search/search.resolver";
import { OrganizationServicesResolver } from "./services/organization-services.resolver";
import { ServiceMergeResolver, ServiceMutationResolver } from "./services/service.mutation";
import { ServiceResolver } from "./services/service.resolver";
import { ServiceAtLocationMutationResolver } from "./services/service-at-location.mutation";
import { ServiceAtLocationResolver } from "./services/service-at-location.resolver";
import { ServiceAtLocationOpeningResolver } from "./services/service-at-location-opening.resolver";
import { CentreServicesResolver, LocationServicesResolver } from "./services/services-given.resolver";
import { ActionProgressResolver, ActionResolver, StrategyActionsResolver } from "./strategy/action.resolver";
import { StrategyBudgetDiffResolver } from "./strategy/budget-diff.resolver";
import { CentreStrategiesResolver } from "./strategy/centre-strategies.resolver";
import { CoverageCellResolver, CoverageMatrixResolver } from "./strategy/coverage-matrix.resolver";
import {
  EngagementEventResolver,
  StrategyEngagementEventsResolver,
} from "./strategy/engagement-event.resolver";
import {
  EngagementAreaResolver,
  StrategyEngagementTotalsResolver,
} from "./strategy/engagement-totals.resolver";
import {
  EvaluationQuestionResolver,
  StrategyEvaluationQuestionsResolver,
} from "./strategy/evaluation-question.resolver";
import { ExpenditureResolver, StrategyExpendituresResolver } from "./strategy/expenditure.resolver";
import {
  IndicatorTargetResolver,
  StrategyIndicatorTargetsResolver,
} from "./strategy/indicator-target.resolver";
import { MilestoneResolver, StrategyMilestonesResolver } from "./strategy/milestone.resolver";
import { OrganizationPartnershipsResolver } from "./strategy/organization-partnerships.resolver";
import { PartnershipMemberResolver, PartnershipResolver } from "./strategy/partnership.resolver";
import { ReachResolver, StrategyReachResolver } from "./strategy/reach.resolver";
import { ActionSpendingResolver, StrategySpendingResolver } from "./strategy/spending.resolver";
import {
  BudgetVersionResolver,
  GovernanceRoleResolver,
  StrategyResolver,
  TargetAreaResolver,
} from "./strategy/strategy.resolver";

/** The executable schema. Inputs are checked by the code that uses them, so no validator is loaded. */
export const buildHubSchema = (): GraphQLSchema =>
  buildSchemaSync({
    resolvers: [
      AccessResolver,
      ActionProgressResolver,
      ActionResolver,
      ActionSpendingResolver,
      AggregateResolver,
      AggregateValueResolver,
      AreaComparisonCellResolver,
      AreaComparisonResolver,
      AreaNumberResolver,
      AreaObservationResolver,
      AreaOverlapResolver,
      AreaProfileResolver,
      AreaResolver,
      BudgetVersionResolver,
      CapacityResolver,
      CentreIssuesResolver,
      CentreKindPeriodResolver,
      CentreLocationResolver,
      CentreMergeResolver,
      CentreMutationResolver,
      CentreOpeningResolver,
      CentreResolver,
      CentreServicesResolver,
      CentreStrategiesResolver,
      ChangeResolver,
      CompositeIndexResolver,
      CoverageCellResolver,
      CoverageMatrixResolver,
      DataQualityGroupResolver,
      DataQualityIssueResolver,
      DataQualitySummaryResolver,
      DataVersionResolver,
      EngagementAreaResolver,
      EngagementEventResolver,
      EvaluationQuestionResolver,
      ExpenditureResolver,
      ExternalIdentifierResolver,
      GovernanceRoleResolver,
      ImportRunResolver,
      IndicatorMapResolver,
      IndicatorResolver,
      IndicatorSeriesResolver,
      IndicatorTargetResolver,
      LocationResolver,
      LocationServicesResolver,
      MilestoneResolver,
      NodeResolver,
      ObservationIssuesResolver,
      ObservationResolver,
      ObservationVintageResolver,
      OrganizationMergeResolver,
      OrganizationMutationResolver,
      OrganizationPartnershipsResolver,
      OrganizationResolver,
      OrganizationServicesResolver,
      PartnershipMemberResolver,
      PartnershipResolver,
      RatiosResolver,
      ReachResolver,
      RecordStateResolver,
      SearchResolver,
      ServiceAtLocationIssuesResolver,
      ServiceAtLocationMutationResolver,
      ServiceAtLocationOpeningResolver,
      ServiceAtLocationResolver,
      ServiceMergeResolver,
      ServiceMutationResolver,
      ServiceResolver,
      SourceFreshnessResolver,
      SourceRefResolver,
      StrategyActionsResolver,
      StrategyBudgetDiffResolver,
      StrategyEngagementEventsResolver,
      StrategyEngagementTotalsResolver,
      StrategyEvaluationQuestionsResolver,
      StrategyExpendituresResolver,
      StrategyIndicatorTargetsResolver,
      StrategyMilestonesResolver,
      StrategyReachResolver,
      StrategyResolver,
      StrategySpendingResolver,
      TargetAreaResolver,
      TaxonomyTermResolver,
      TotalsResolver,
    ],
    validate: false,
  });

/** The schema as text, sorted, as it stands in schema/schema.graphql. */
export const printHubSchema = (schema: GraphQLSchema): string =>
  `${printSchema(lexicographicSortSchema(schema))}\n`;
