import { GraphQLDateTime } from "graphql-scalars";
import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import type { SourceRef } from "../../domain/kit/source-ref";
import type { Area, AreaLevel, AreaOverlap } from "../../domain/places/area";
import { recordAsOf } from "../../queries/kit/as-of";
import { type Connection, toConnection } from "../../queries/kit/connection";
import { loadOne } from "../../queries/kit/loaders";
import { sourcesOf } from "../../queries/kit/sourced";
import { type AreasAtPoint, areasAtPoint } from "../../queries/places/areas-at-point";
import { asOfDescription } from "../kit/as-of-argument";
import type { Context } from "../kit/context";
import { GeoPointInput } from "../kit/geo.type";
import { ListArgs } from "../kit/page.input";
import { SourceRefType, sourceRefsDescription } from "../kit/source-ref.type";
import { AreaConnectionType, AreaLevelEnum, AreaOverlapType, AreasAtPointType, AreaType } from "./area.type";

@Resolver(() => AreaType)
export class AreaResolver {
  @Query(() => AreaConnectionType, { nullable: true, description: "The areas of one level, by number." })
  async areas(
    @Arg("level", () => AreaLevelEnum, { defaultValue: "NEIGHBOURHOOD", description: "Which size of area." })
    level: AreaLevel,
    @Args(() => ListArgs) page: ListArgs,
    @Ctx() { repositories }: Context,
  ): Promise<Connection<Area>> {
    return toConnection(await repositories.areas.ofLevel(level, page), page);
  }

  @Query(() => AreaType, { nullable: true, description: "One area by its code; null if there is none." })
  area(
    @Arg("code", () => String, { description: "For example nil:42, municipio:5, comune:015146." })
    code: string,
    @Arg("asOf", () => GraphQLDateTime, { nullable: true, description: asOfDescription })
    asOf: Date | null | undefined,
    @Ctx() context: Context,
  ): Promise<Area | null> {
    return recordAsOf({ type: "Area", code }, asOf, context.loaders.area, context);
  }

  @Query(() => AreasAtPointType, { nullable: true, description: "In which areas a point lies." })
  areaAt(
    @Arg("point", () => GeoPointInput, { description: "The point." }) point: GeoPointInput,
    @Ctx() context: Context,
  ): Promise<AreasAtPoint> {
    return areasAtPoint(point, context);
  }

  @FieldResolver(() => AreaType, { nullable: true, description: "The city it belongs to; null for a city." })
  city(@Root() area: Area, @Ctx() { loaders }: Context) {
    return loadOne(loaders.area, area.cityCode);
  }

  @FieldResolver(() => [AreaOverlapType], {
    nullable: true,
    description:
      "The areas of other levels that it overlaps, largest share first; null where no source tells.",
  })
  async overlaps(@Root() area: Area, @Ctx() { loaders }: Context): Promise<readonly AreaOverlap[] | null> {
    return (await loaders.areaOverlaps.load(area.code))?.overlaps ?? null;
  }

  @FieldResolver(() => [SourceRefType], { nullable: true, description: sourceRefsDescription })
  sourceRefs(@Root() area: Area, @Ctx() context: Context): Promise<SourceRef[]> {
    return sourcesOf(area, context);
  }
}

@Resolver(() => AreaOverlapType)
export class AreaOverlapResolver {
  @FieldResolver(() => AreaType, { nullable: true, description: "The other area." })
  area(@Root() overlap: AreaOverlap, @Ctx() { loaders }: Context): Promise<Area | null> {
    return loaders.area.load(overlap.areaCode);
  }
}
