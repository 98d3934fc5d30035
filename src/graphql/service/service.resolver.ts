import { GraphQLDateTime } from "graphql-scalars";
import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import type { Area } from "../../domain/area";
import type { Organization } from "../../domain/organization";
import { type Service, statesAgeLimit } from "../../domain/service";
import type { ServiceAtLocation } from "../../domain/service-at-location";
import type { SourceRef } from "../../domain/source-ref";
import type { TaxonomyTerm } from "../../domain/taxonomy-term";
import { recordAsOf } from "../../queries/kit/as-of";
import type { Connection } from "../../queries/kit/connection";
import { loadAll } from "../../queries/kit/loaders";
import { sourcesOf } from "../../queries/kit/sourced";
import { findServices } from "../../queries/services/find-services";
import { locationsOf } from "../../queries/services/locations-of";
import { AreaType } from "../area/area.type";
import type { Context } from "../context";
import { asOfDescription } from "../history/as-of-argument";
import { OrganizationType } from "../organization/organization.type";
import { ServiceAtLocationType } from "../service-at-location/service-at-location.type";
import { PlaceListArgs } from "../shared/place-list.input";
import { SourceRefType, sourceRefsDescription } from "../source-ref/source-ref.type";
import { TaxonomyTermType } from "../taxonomy-term/taxonomy-term.type";
import { ServiceFilterInput } from "./service.input";
import { ServiceConnectionType, ServiceType } from "./service.type";

@Resolver(() => ServiceType)
export class ServiceResolver {
  @Query(() => ServiceConnectionType, {
    nullable: true,
    description: "The services that meet a filter, by name or in another order.",
  })
  services(
    @Arg("filter", () => ServiceFilterInput, {
      nullable: true,
      description: "Which services; all when absent.",
    })
    filter: ServiceFilterInput | null | undefined,
    @Args(() => PlaceListArgs) page: PlaceListArgs,
    @Ctx() context: Context,
  ): Promise<Connection<Service>> {
    return findServices(filter, page, context);
  }

  @Query(() => ServiceType, {
    nullable: true,
    description: "One service by its code; null if there is none.",
  })
  service(
    @Arg("code", () => String, { description: "For example ds1303:sspt." }) code: string,
    @Arg("asOf", () => GraphQLDateTime, { nullable: true, description: asOfDescription })
    asOf: Date | null | undefined,
    @Ctx() context: Context,
  ): Promise<Service | null> {
    return recordAsOf({ type: "Service", code }, asOf, context.loaders.service, context);
  }

  @FieldResolver(() => OrganizationType, { nullable: true, description: "The body that answers for it." })
  organization(@Root() service: Service, @Ctx() { loaders }: Context): Promise<Organization | null> {
    return loaders.organization.load(service.organizationCode);
  }

  @FieldResolver(() => [ServiceAtLocationType], {
    nullable: true,
    description: "The places that give it, by code. Cheap for whole lists of services.",
  })
  locations(@Root() service: Service, @Ctx() context: Context): Promise<ServiceAtLocation[]> {
    return locationsOf(service, context);
  }

  @FieldResolver(() => Boolean, {
    nullable: true,
    description:
      "Whether a source states an age limit. False: whether it is for a given age is not known, and a filter by age includes it.",
  })
  ageLimitStated(@Root() service: Service): boolean {
    return statesAgeLimit(service);
  }

  @FieldResolver(() => [AreaType], {
    nullable: true,
    description: "The areas whose people it is for, as its source states them; empty where none does.",
  })
  serviceAreas(@Root() service: Service, @Ctx() { loaders }: Context): Promise<Area[]> {
    return loadAll(loaders.area, service.serviceAreaCodes);
  }

  @FieldResolver(() => [TaxonomyTermType], {
    nullable: true,
    description: "What type of service it is, in the city's words; empty where no source says.",
  })
  serviceTypes(@Root() service: Service, @Ctx() { loaders }: Context): Promise<TaxonomyTerm[]> {
    return loadAll(loaders.taxonomyTerm, service.serviceTypeCodes);
  }

  @FieldResolver(() => [TaxonomyTermType], {
    nullable: true,
    description: "For whom it is, in the city's words; empty where no source says.",
  })
  targetGroups(@Root() service: Service, @Ctx() { loaders }: Context): Promise<TaxonomyTerm[]> {
    return loadAll(loaders.taxonomyTerm, service.targetGroupCodes);
  }

  @FieldResolver(() => [SourceRefType], { nullable: true, description: sourceRefsDescription })
  sourceRefs(@Root() service: Service, @Ctx() context: Context): Promise<SourceRef[]> {
    return sourcesOf(service, context);
  }
}
