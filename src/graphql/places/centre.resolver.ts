import { GraphQLDateTime } from "graphql-scalars";
import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import type { SourceRef } from "../../domain/kit/source-ref";
import type { TaxonomyTerm } from "../../domain/kit/taxonomy-term";
import type { Area } from "../../domain/places/area";
import { type Centre, type CentreKindPeriod, currentKindCode } from "../../domain/places/centre";
import { recordAsOf } from "../../queries/kit/as-of";
import type { Connection } from "../../queries/kit/connection";
import { loadAll, loadOne } from "../../queries/kit/loaders";
import { sourcesOf } from "../../queries/kit/sourced";
import { type CentreKindOn, centreKindOn } from "../../queries/places/centre-kind-on";
import { findCentres } from "../../queries/places/find-centres";
import { type NearestCentres, nearestCentres } from "../../queries/places/nearest-centres";
import { asOfDescription } from "../kit/as-of-argument";
import type { Context } from "../kit/context";
import { PlaceListArgs } from "../kit/place-list.input";
import { PartialDateScalar } from "../kit/scalars";
import { SourceRefType, sourceRefsDescription } from "../kit/source-ref.type";
import { TaxonomyTermType } from "../kit/taxonomy-term.type";
import { AreaType } from "./area.type";
import { CentreFilterInput } from "./centre.input";
import { CentreConnectionType, CentreKindOnType, CentreKindPeriodType, CentreType } from "./centre.type";
import { NearestCentresArgs } from "./nearest-centres.input";
import { NearestCentresType } from "./nearest-centres.type";
import { OrganizationType } from "./organization.type";

@Resolver(() => CentreType)
export class CentreResolver {
  @Query(() => CentreConnectionType, {
    nullable: true,
    description: "The centres that meet a filter, by name or in another order.",
  })
  centres(
    @Arg("filter", () => CentreFilterInput, {
      nullable: true,
      description: "Which centres; all when absent.",
    })
    filter: CentreFilterInput | null | undefined,
    @Args(() => PlaceListArgs) page: PlaceListArgs,
    @Ctx() context: Context,
  ): Promise<Connection<Centre>> {
    return findCentres(filter, page, context);
  }

  @Query(() => CentreType, { nullable: true, description: "One centre by its code; null if there is none." })
  centre(
    @Arg("code", () => String, { description: "For example ds3017:25." }) code: string,
    @Arg("asOf", () => GraphQLDateTime, { nullable: true, description: asOfDescription })
    asOf: Date | null | undefined,
    @Ctx() context: Context,
  ): Promise<Centre | null> {
    return recordAsOf({ type: "Centre", code }, asOf, context.loaders.centre, context);
  }

  @Query(() => NearestCentresType, { nullable: true, description: "The centres nearest to a point." })
  nearestCentres(
    @Args(() => NearestCentresArgs) args: NearestCentresArgs,
    @Ctx() context: Context,
  ): Promise<NearestCentres> {
    return nearestCentres(args, context);
  }

  @FieldResolver(() => TaxonomyTermType, {
    nullable: true,
    description: "The kind it has now; null where no source says.",
  })
  kind(@Root() centre: Centre, @Ctx() { loaders }: Context) {
    return loadOne(loaders.taxonomyTerm, currentKindCode(centre));
  }

  @FieldResolver(() => CentreKindOnType, {
    nullable: true,
    description: "The kind that it had on a day of the past or future, as far as sources tell.",
  })
  kindOn(
    @Root() centre: Centre,
    @Arg("date", () => PartialDateScalar, { description: "A whole day, for example 2021-06-30." })
    date: string,
  ): CentreKindOn {
    return centreKindOn(centre, date);
  }

  @FieldResolver(() => [AreaType], {
    nullable: true,
    description:
      "The areas that hold it, by the boundaries in force; where it has no position, the declared one.",
  })
  areas(@Root() centre: Centre, @Ctx() { loaders }: Context): Promise<Area[]> {
    return loadAll(loaders.area, centre.areaCodes);
  }

  @FieldResolver(() => AreaType, {
    nullable: true,
    description: "The area in which its source says that it lies.",
  })
  declaredArea(@Root() centre: Centre, @Ctx() { loaders }: Context) {
    return loadOne(loaders.area, centre.declaredAreaCode);
  }

  @FieldResolver(() => OrganizationType, {
    nullable: true,
    description: "The organisation that runs it; null where no source says.",
  })
  manager(@Root() centre: Centre, @Ctx() { loaders }: Context) {
    return loadOne(loaders.organization, centre.managerCode);
  }

  @FieldResolver(() => OrganizationType, {
    nullable: true,
    description: "The organisation to which the building belongs; null where no source says.",
  })
  owner(@Root() centre: Centre, @Ctx() { loaders }: Context) {
    return loadOne(loaders.organization, centre.ownerCode);
  }

  @FieldResolver(() => [SourceRefType], { nullable: true, description: sourceRefsDescription })
  sourceRefs(@Root() centre: Centre, @Ctx() context: Context): Promise<SourceRef[]> {
    return sourcesOf(centre, context);
  }
}

@Resolver(() => CentreKindPeriodType)
export class CentreKindPeriodResolver {
  @FieldResolver(() => TaxonomyTermType, { nullable: true, description: "The kind." })
  kind(@Root() { kindCode }: CentreKindPeriod, @Ctx() { loaders }: Context): Promise<TaxonomyTerm | null> {
    return loaders.taxonomyTerm.load(kindCode);
  }

  @FieldResolver(() => SourceRefType, { nullable: true, description: "Who said so." })
  sourceRef(
    @Root() { sourceCode }: CentreKindPeriod,
    @Ctx() { loaders }: Context,
  ): Promise<SourceRef | null> {
    return loaders.sourceRef.load(sourceCode);
  }
}
