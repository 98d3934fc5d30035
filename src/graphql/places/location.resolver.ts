import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import type { SourceRef } from "../../domain/kit/source-ref";
import type { Area } from "../../domain/places/area";
import type { Centre } from "../../domain/places/centre";
import type { Location } from "../../domain/places/location";
import type { Connection } from "../../queries/kit/connection";
import { loadAll, loadOne } from "../../queries/kit/loaders";
import { sourcesOf } from "../../queries/kit/sourced";
import { findLocations, locationOf } from "../../queries/places/find-locations";
import type { Context } from "../kit/context";
import { PageArgs } from "../kit/page.input";
import { SourceRefType, sourceRefsDescription } from "../kit/source-ref.type";
import { AreaType } from "./area.type";
import { CentreType } from "./centre.type";
import { LocationConnectionType, LocationFilterInput, LocationObjectType } from "./location.type";

@Resolver(() => LocationObjectType)
export class LocationResolver {
  @Query(() => LocationConnectionType, {
    nullable: true,
    description: "The buildings and sites in which centres are, by code.",
  })
  locations(
    @Arg("filter", () => LocationFilterInput, {
      nullable: true,
      description: "Which locations; all when absent.",
    })
    filter: LocationFilterInput | null | undefined,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: Context,
  ): Promise<Connection<Location>> {
    return findLocations(filter, page, context);
  }

  @Query(() => LocationObjectType, {
    nullable: true,
    description: "One location by its code; null if there is none.",
  })
  location(
    @Arg("code", () => String, { description: "For example it:milano:via-antonio-aldini-72." }) code: string,
    @Ctx() { loaders }: Context,
  ): Promise<Location | null> {
    return loaders.location.load(code);
  }

  @FieldResolver(() => [AreaType], {
    nullable: true,
    description: "The areas that hold its point; where it has none, those that its centres name.",
  })
  areas(@Root() { areaCodes }: Location, @Ctx() { loaders }: Context): Promise<Area[]> {
    return loadAll(loaders.area, areaCodes);
  }

  @FieldResolver(() => [CentreType], { nullable: true, description: "The centres that are there, by code." })
  centres(@Root() { centreCodes }: Location, @Ctx() { loaders }: Context): Promise<Centre[]> {
    return loadAll(loaders.centre, centreCodes);
  }

  @FieldResolver(() => CentreType, {
    nullable: true,
    description: "The centre that its point comes from, with its sources; null where there is no point.",
  })
  positionCentre(@Root() { positionCentreCode }: Location, @Ctx() { loaders }: Context) {
    return loadOne(loaders.centre, positionCentreCode);
  }

  @FieldResolver(() => [SourceRefType], { nullable: true, description: sourceRefsDescription })
  sourceRefs(@Root() location: Location, @Ctx() context: Context): Promise<SourceRef[]> {
    return sourcesOf(location, context);
  }
}

@Resolver(() => CentreType)
export class CentreLocationResolver {
  @FieldResolver(() => LocationObjectType, {
    nullable: true,
    description:
      "The building or site in which it is, with the other centres there; it may have a point where the centre has none. Null until an import compared it with others. Cheap for whole lists.",
  })
  location(@Root() { code }: Centre, @Ctx() context: Context): Promise<Location | null> {
    return locationOf(code, context);
  }
}
