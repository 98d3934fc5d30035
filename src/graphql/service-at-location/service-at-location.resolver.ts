import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { Centre } from "../../domain/centre";
import type { Service } from "../../domain/service";
import type { ServiceAtLocation } from "../../domain/service-at-location";
import type { SourceRef } from "../../domain/source-ref";
import { sourcesOf } from "../../queries/kit/sourced";
import { CentreType } from "../centre/centre.type";
import type { Context } from "../context";
import { ServiceType } from "../service/service.type";
import { SourceRefType, sourceRefsDescription } from "../source-ref/source-ref.type";
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
