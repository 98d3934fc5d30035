import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { Centre } from "../../domain/centre";
import type { DataQualityIssue } from "../../domain/data-quality-issue";
import { limits } from "../../domain/limits";
import { type Observation, observationCode } from "../../domain/observation";
import type { ServiceAtLocation } from "../../domain/service-at-location";
import { issuesOfRecord } from "../../queries/quality/issues-of-record";
import { CentreType } from "../centre/centre.type";
import type { Context } from "../context";
import { ObservationType } from "../observation/observation.type";
import { ServiceAtLocationType } from "../service-at-location/service-at-location.type";
import { DataQualityIssueType } from "./data-quality-issue.type";

const description = `What imports found wrong with it and still stands; empty where nothing was. Cheap for whole lists; refused beyond ${limits.issuesOfRecord}.`;

@Resolver(() => CentreType)
export class CentreIssuesResolver {
  @FieldResolver(() => [DataQualityIssueType], { nullable: true, description })
  qualityIssues(@Root() { code }: Centre, @Ctx() { loaders }: Context): Promise<DataQualityIssue[]> {
    return issuesOfRecord({ type: "Centre", code }, loaders);
  }
}

@Resolver(() => ServiceAtLocationType)
export class ServiceAtLocationIssuesResolver {
  @FieldResolver(() => [DataQualityIssueType], { nullable: true, description })
  qualityIssues(
    @Root() { code }: ServiceAtLocation,
    @Ctx() { loaders }: Context,
  ): Promise<DataQualityIssue[]> {
    return issuesOfRecord({ type: "ServiceAtLocation", code }, loaders);
  }
}

@Resolver(() => ObservationType)
export class ObservationIssuesResolver {
  @FieldResolver(() => [DataQualityIssueType], { nullable: true, description })
  qualityIssues(@Root() observation: Observation, @Ctx() { loaders }: Context): Promise<DataQualityIssue[]> {
    return issuesOfRecord({ type: "Observation", code: observationCode(observation) }, loaders);
  }
}
