import "reflect-metadata";
import { type GraphQLSchema, lexicographicSortSchema, printSchema } from "graphql";
import { buildSchemaSync } from "type-graphql";
import { AccessResolver } from "./access/access.resolver";
import { ActionProgressResolver, ActionResolver, StrategyActionsResolver } from "./action/action.resolver";
import { AggregateResolver, AggregateValueResolver } from "./aggregate/aggregate.resolver";
import { AreaOverlapResolver, AreaResolver } from "./area/area.resolver";
import { AreaNumberResolver } from "./area-number/area-number.resolver";
import { AreaProfileResolver } from "./area-profile/area-profile.resolver";
import { CentreMergeResolver, CentreMutationResolver } from "./centre/centre.mutation";
import { CentreKindPeriodResolver, CentreResolver } from "./centre/centre.resolver";
import { CentreOpeningResolver } from "./centre/centre-opening.resolver";
import { ChangeResolver } from "./change/change.resolver";
import { AreaComparisonCellResolver, AreaComparisonResolver } from "./compare-areas/compare-areas.resolver";
import { CompositeIndexResolver } from "./composite-index/composite-index.resolver";
import { CoverageCellResolver, CoverageMatrixResolver } from "./coverage-matrix/coverage-matrix.resolver";
import { DataQualityIssueResolver } from "./data-quality-issue/data-quality-issue.resolver";
import {
  DataQualityGroupResolver,
  DataQualitySummaryResolver,
} from "./data-quality-issue/data-quality-summary.resolver";
import {
  CentreIssuesResolver,
  ObservationIssuesResolver,
  ServiceAtLocationIssuesResolver,
} from "./data-quality-issue/issues-of-record.resolver";
import {
  EngagementEventResolver,
  StrategyEngagementEventsResolver,
} from "./engagement-event/engagement-event.resolver";
import {
  EngagementAreaResolver,
  StrategyEngagementTotalsResolver,
} from "./engagement-event/engagement-totals.resolver";
import {
  EvaluationQuestionResolver,
  StrategyEvaluationQuestionsResolver,
} from "./evaluation-question/evaluation-question.resolver";
import { ExpenditureResolver, StrategyExpendituresResolver } from "./expenditure/expenditure.resolver";
import { ExternalIdentifierResolver } from "./external-identifier/external-identifier.resolver";
import { RecordStateResolver } from "./history/record-state.resolver";
import { DataVersionResolver } from "./hub/data-version.resolver";
import { ImportRunResolver } from "./import-run/import-run.resolver";
import { IndicatorResolver } from "./indicator/indicator.resolver";
import { IndicatorMapResolver } from "./indicator-map/indicator-map.resolver";
import { IndicatorSeriesResolver } from "./indicator-series/indicator-series.resolver";
import {
  IndicatorTargetResolver,
  StrategyIndicatorTargetsResolver,
} from "./indicator-target/indicator-target.resolver";
import { CentreLocationResolver, LocationResolver } from "./location/location.resolver";
import { MilestoneResolver, StrategyMilestonesResolver } from "./milestone/milestone.resolver";
import { NodeResolver } from "./node/node.resolver";
import { AreaObservationResolver } from "./observation/area-observation.resolver";
import { ObservationResolver } from "./observation/observation.resolver";
import { ObservationVintageResolver } from "./observation/observation-vintage.resolver";
import {
  OrganizationMergeResolver,
  OrganizationMutationResolver,
} from "./organization/organization.mutation";
import { OrganizationResolver } from "./organization/organization.resolver";
import { OrganizationPartnershipsResolver } from "./partnership/organization-partnerships.resolver";
import { PartnershipMemberResolver, PartnershipResolver } from "./partnership/partnership.resolver";
import { RatiosResolver } from "./ratios/ratios.resolver";
import { ReachResolver, StrategyReachResolver } from "./reach/reach.resolver";
import { SearchResolver } from "./search/search.resolver";
import { OrganizationServicesResolver } from "./service/organization-services.resolver";
import { ServiceMergeResolver, ServiceMutationResolver } from "./service/service.mutation";
import { ServiceResolver } from "./service/service.resolver";
import { ServiceAtLocationMutationResolver } from "./service-at-location/service-at-location.mutation";
import { ServiceAtLocationResolver } from "./service-at-location/service-at-location.resolver";
import { ServiceAtLocationOpeningResolver } from "./service-at-location/service-at-location-opening.resolver";
import {
  CentreServicesResolver,
  LocationServicesResolver,
} from "./service-at-location/services-given.resolver";
import { CapacityResolver } from "./shared/capacity.resolver";
import { SourceFreshnessResolver } from "./source-ref/source-freshness.resolver";
import { SourceRefResolver } from "./source-ref/source-ref.resolver";
import { ActionSpendingResolver, StrategySpendingResolver } from "./spending/spending.resolver";
import { StrategyBudgetDiffResolver } from "./strategy/budget-diff.resolver";
import { CentreStrategiesResolver } from "./strategy/centre-strategies.resolver";
import {
  BudgetVersionResolver,
  GovernanceRoleResolver,
  StrategyResolver,
  TargetAreaResolver,
} from "./strategy/strategy.resolver";
import { TaxonomyTermResolver } from "./taxonomy-term/taxonomy-term.resolver";
import { TotalsResolver } from "./totals/totals.resolver";

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
