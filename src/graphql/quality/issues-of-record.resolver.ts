import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { type Observation, observationCode } from "../../domain/indicators/observation";
import { limits } from "../../domain/kit/limits";
import type { Centre } from "../../domain/places/centre";
import type { DataQualityIssue } from "../../domain/quality/data-quality-issue";
import type { ServiceAtLocation } from "../../domain/services/service-at-location";
import { issuesOfRecord } from "../../queries/quality/issues-of-record";
import { ObservationType } from "../indicators/observation.type";
import type { Context } from "../kit/context";
import { CentreType } from "../places/centre.type";
import { ServiceAtLocationType } from "../services/service-at-location.type";
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
