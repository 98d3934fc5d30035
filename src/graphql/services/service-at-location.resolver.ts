import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { SourceRef } from "../../domain/kit/source-ref";
import type { Centre } from "../../domain/places/centre";
import type { Service } from "../../domain/services/service";
import type { ServiceAtLocation } from "../../domain/services/service-at-location";
import { sourcesOf } from "../../queries/kit/sourced";
import type { Context } from "../kit/context";
import { SourceRefType, sourceRefsDescription } from "../kit/source-ref.type";
import { CentreType } from "../places/centre.type";
import { ServiceType } from "./service.type";
import { ServiceAtLocationType } from "./service-at-location.type";

@Resolver(() => ServiceAtLocationType)
export class ServiceAtLocationResolver {
  @FieldResolver(() => CentreType, { nullable: true, description: "The place." })
  centre(@Root() { centreCode }: ServiceAtLocation, @Ctx() { loaders }: Context): Promise<Centre | null> {
    return loaders.centre.load(centreCode);
  }

  @FieldResolver(() => ServiceType, { nullable: true, description: "The service." })
  service(@Root() { serviceCode }: ServiceAtLocation, @Ctx() { loaders }: Context): Promise<Service | null> {
    return loaders.service.load(serviceCode);
  }

  @FieldResolver(() => [SourceRefType], { nullable: true, description: sourceRefsDescription })
  sourceRefs(@Root() location: ServiceAtLocation, @Ctx() context: Context): Promise<SourceRef[]> {
    return sourcesOf(location, context);
  }
}
