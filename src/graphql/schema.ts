import "reflect-metadata";
import { type GraphQLSchema, lexicographicSortSchema, printSchema } from "graphql";
import { buildSchemaSync } from "type-graphql";
import { AreaOverlapResolver, AreaResolver } from "./area/area.resolver";
import { CentreKindPeriodResolver, CentreResolver } from "./centre/centre.resolver";
import { CentreOpeningResolver } from "./centre/centre-opening.resolver";
import { DataVersionResolver } from "./hub/data-version.resolver";
import { IndicatorResolver } from "./indicator/indicator.resolver";
import { NodeResolver } from "./node/node.resolver";
import { ObservationResolver } from "./observation/observation.resolver";
import { OrganizationResolver } from "./organization/organization.resolver";
import { PartnershipMemberResolver, PartnershipResolver } from "./partnership/partnership.resolver";
import { ServiceResolver } from "./service/service.resolver";
import { ServiceAtLocationResolver } from "./service-at-location/service-at-location.resolver";
import { SourceRefResolver } from "./source-ref/source-ref.resolver";
import {
  BudgetVersionResolver,
  GovernanceRoleResolver,
  StrategyResolver,
  TargetAreaResolver,
} from "./strategy/strategy.resolver";
import { TaxonomyTermResolver } from "./taxonomy-term/taxonomy-term.resolver";

/** The executable schema. Inputs are checked by the code that uses them, so no validator is loaded. */
export const buildHubSchema = (): GraphQLSchema =>
  buildSchemaSync({
    resolvers: [
      AreaOverlapResolver,
      AreaResolver,
      BudgetVersionResolver,
      CentreKindPeriodResolver,
      CentreOpeningResolver,
      CentreResolver,
      DataVersionResolver,
      GovernanceRoleResolver,
      IndicatorResolver,
      NodeResolver,
      ObservationResolver,
      OrganizationResolver,
      PartnershipMemberResolver,
      PartnershipResolver,
      ServiceAtLocationResolver,
      ServiceResolver,
      SourceRefResolver,
      StrategyResolver,
      TargetAreaResolver,
      TaxonomyTermResolver,
    ],
    validate: false,
  });

/** The schema as text, sorted, as it stands in schema/schema.graphql. */
export const printHubSchema = (schema: GraphQLSchema): string =>
  `${printSchema(lexicographicSortSchema(schema))}\n`;
