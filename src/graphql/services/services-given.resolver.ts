import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { Centre } from "../../domain/places/centre";
import type { Location } from "../../domain/places/location";
import type { ServiceAtLocation } from "../../domain/services/service-at-location";
import { servicesAt, servicesOfCentre } from "../../queries/services/services-given";
import type { Context } from "../kit/context";
import { CentreType } from "../places/centre.type";
import { LocationObjectType } from "../places/location.type";
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
