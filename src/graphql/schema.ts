import "reflect-metadata";
import { type GraphQLSchema, printSchema } from "graphql";
import { buildSchemaSync } from "type-graphql";
import "./access/access.resolver";
import "./changes/change-proposal.mutation";
import "./changes/change-proposal.resolver";
import "./changes/change.resolver";
import "./changes/record-state.resolver";
import "./counts/aggregate.resolver";
import "./identity/api-key.mutation";
import "./identity/api-key.resolver";
import "./identity/audit-entry.resolver";
import "./identity/rate-limit.resolver";
import "./indicators/composite-index.resolver";
import "./indicators/indicator-coverage.resolver";
import "./indicators/indicator.resolver";
import "./indicators/observation.resolver";
import "./indicators/panel.resolver";
import "./kit/capacity.resolver";
import "./kit/cost-of.resolver";
import "./kit/enumeration.resolver";
import "./kit/node.resolver";
import "./kit/source-ref.resolver";
import "./kit/taxonomy-term.resolver";
import "./places/area.resolver";
import "./places/area-hint.resolver";
import "./places/centre.mutation";
import "./places/centre.resolver";
import "./places/external-identifier.resolver";
import "./places/location.resolver";
import "./places/organization.mutation";
import "./places/organization.resolver";
import "./quality/data-quality.resolver";
import "./quality/data-quality-issue.resolver";
import "./quality/data-quality-summary.resolver";
import "./quality/import-run.resolver";
import "./quality/issues-of-record.resolver";
import "./quality/source-freshness.resolver";
import "./search/indicator-list.resolver";
import "./search/search.resolver";
import "./services/service-at-location.mutation";
import "./services/service-at-location.resolver";
import "./services/service.mutation";
import "./matching/same-centre.resolver";
import "./services/service.resolver";
import "./services/services-given.resolver";
import "./strategy/action.resolver";
import "./strategy/coverage-matrix.resolver";
import "./strategy/engagement-event.resolver";
import "./strategy/evaluation-question.resolver";
import "./strategy/expenditure.resolver";
import "./strategy/indicator-target.resolver";
import "./strategy/milestone.mutation";
import "./strategy/milestone.resolver";
import "./strategy/organizations-of-area.resolver";
import "./strategy/partnership.resolver";
import "./strategy/reach.resolver";
import "./strategy/spending.resolver";
import "./strategy/strategy.resolver";
import "./strategy/strategy-step.resolver";
import "./webhooks/webhook.mutation";
import "./webhooks/webhook.resolver";
import { countFields } from "./kit/count-fields";
import { declaredResolvers } from "./kit/declare";
import { resolveDirectly } from "./kit/direct-resolvers";
import { boundLists } from "./kit/list-bounds";
import { sortedDirectives, sortSchema } from "./kit/sort-schema";

const description =
  'Vicinato: neighbourhoods, places, services, people and strategies of a city, with their sources. Unknown is never 0 or "no". A code that does not exist is the error UNKNOWN_CODE. `enumerations` gives the labels of enum values.';
const rootDescriptions = {
  Query:
    "Reads of the hub, without side effects: public and without a key, but for `apiKeys` and `webhooks`.",
  Mutation:
    "Changes by callers with a key or token. Each answers its payload, with user errors instead of exceptions.",
};

/** type-graphql has no place for these descriptions. */
function described(schema: GraphQLSchema): GraphQLSchema {
  schema.description = description;
  for (const [name, text] of Object.entries(rootDescriptions)) schema.getType(name)!.description = text;
  return schema;
}

/**
 * type-graphql searches this list for the resolver of each field, which takes 10 % of a build. All resolvers of a process belong
 * to this schema.
 */
const resolvers: typeof declaredResolvers = Object.assign(declaredResolvers, { includes: () => true });

/**
 * The executable schema, sorted by name so that the SDL does not depend on the order of files. The code that uses inputs
 * checks them, so no validator is loaded. Every list has its bound, and every field counts towards the work of its request.
 * A test validates the schema, so a start does not.
 */
export function buildHubSchema(): GraphQLSchema {
  const schema = sortSchema(
    buildSchemaSync({ resolvers, directives: sortedDirectives(), validate: false, skipCheck: true }),
  );
  // As graphql-js does for a schema with `assumeValid`.
  schema.__validationErrors = [];
  return countFields(boundLists(resolveDirectly(described(schema))));
}

/** The schema as text, identical to schema/schema.graphql. */
export const printHubSchema = (schema: GraphQLSchema): string => `${printSchema(schema)}\n`;
