import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { Centre } from "../../domain/centre";
import type { Location } from "../../domain/location";
import type { ServiceAtLocation } from "../../domain/service-at-location";
import { servicesAt, servicesOfCentre } from "../../queries/services/services-given";
import { CentreType } from "../centre/centre.type";
import type { Context } from "../context";
import { LocationObjectType } from "../location/location.type";
import { ServiceAtLocationType } from "./service-at-location.type";

@Resolver(() => CentreType)
export class CentreServicesResolver {
  @FieldResolver(() => [ServiceAtLocationType], {
    nullable: true,
    description:
      "The services that it gives, by code; empty where no source tells of any. Cheap for whole lists.",
  })
  services(@Root() centre: Centre, @Ctx() context: Context): Promise<ServiceAtLocation[]> {
    return servicesOfCentre(centre, context);
  }
}

@Resolver(() => LocationObjectType)
export class LocationServicesResolver {
  @FieldResolver(() => [ServiceAtLocationType], {
    nullable: true,
    description: "The services that are given there, by all its centres.",
  })
  services(@Root() location: Location, @Ctx() context: Context): Promise<ServiceAtLocation[]> {
    return servicesAt(location, context);
  }
}
