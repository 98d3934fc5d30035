import { GraphQLDateTime } from "graphql-scalars";
import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import type { SourceRef } from "../../domain/kit/source-ref";
import type { TaxonomyTerm } from "../../domain/kit/taxonomy-term";
import type { Area } from "../../domain/places/area";
import type { Organization } from "../../domain/places/organization";
import { type Service, statesAgeLimit } from "../../domain/services/service";
import type { ServiceAtLocation } from "../../domain/services/service-at-location";
import { recordAsOf } from "../../queries/kit/as-of";
import type { Connection } from "../../queries/kit/connection";
import { loadAll } from "../../queries/kit/loaders";
import { sourcesOf } from "../../queries/kit/sourced";
import { findServices } from "../../queries/services/find-services";
import { locationsOf } from "../../queries/services/locations-of";
import { asOfDescription } from "../kit/as-of-argument";
import type { Context } from "../kit/context";
import { PlaceListArgs } from "../kit/place-list.input";
import { SourceRefType, sourceRefsDescription } from "../kit/source-ref.type";
import { TaxonomyTermType } from "../kit/taxonomy-term.type";
import { AreaType } from "../places/area.type";
import { OrganizationType } from "../places/organization.type";
import { ServiceFilterInput } from "./service.input";
import { ServiceConnectionType, ServiceType } from "./service.type";
import { ServiceAtLocationType } from "./service-at-location.type";

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
