import { GraphQLDateTime } from "graphql-scalars";
import { Arg, Args, Ctx, Query, Resolver } from "type-graphql";
import { type Observation, observationCode } from "../../domain/observation";
import type { Context } from "../context";
import { asOfDescription } from "../history/as-of";
import { type Connection, PageArgs } from "../shared/connection";
import { findVintages } from "./find-vintages";
import { ObservationType } from "./observation.type";
import {
  ObservationArgs,
  ObservationVintageConnectionType,
  type ObservationVintageType,
} from "./observation-vintage.type";

@Resolver()
export class ObservationVintageResolver {
  @Query(() => ObservationType, {
    nullable: true,
    description: "One number, now or as the hub gave it at a moment; null where there was none.",
  })
  observation(
    @Args(() => ObservationArgs) { area: areaCode, indicator: indicatorCode, period }: ObservationArgs,
    @Arg("asOf", () => GraphQLDateTime, { nullable: true, description: asOfDescription })
    asOf: Date | null | undefined,
    @Ctx() { loaders, repositories }: Context,
  ): Promise<Observation | null> {
    const key = { areaCode, indicatorCode, period };
    if (!asOf) return loaders.observation.load(key);
    const ref = { type: "Observation", code: observationCode(key) } as const;
    return repositories.history.asOf<Observation>(ref, asOf.toISOString());
  }

  @Query(() => ObservationVintageConnectionType, {
    nullable: true,
    description:
      "Everything that one number was, newest first: what was published, and what was revised later.",
  })
  observationVintages(
    @Args(() => ObservationArgs) args: ObservationArgs,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: Context,
  ): Promise<Connection<ObservationVintageType>> {
    return findVintages(args, page, context);
  }
}
