import { GraphQLDateTime } from "graphql-scalars";
import { Arg, Args, Ctx, Query, Resolver } from "type-graphql";
import type { Observation } from "../../domain/indicators/observation";
import {
  findVintages,
  type ObservationVintage,
  observationAsOf,
} from "../../queries/indicators/find-vintages";
import type { Connection } from "../../queries/kit/connection";
import { asOfDescription } from "../kit/as-of-argument";
import type { Context } from "../kit/context";
import { PageArgs } from "../kit/page.input";
import { ObservationType } from "./observation.type";
import { ObservationArgs, ObservationVintageConnectionType } from "./observation-vintage.type";

@Resolver()
export class ObservationVintageResolver {
  @Query(() => ObservationType, {
    nullable: true,
    description: "One number, now or as the hub gave it at a moment; null where there was none.",
  })
  observation(
    @Args(() => ObservationArgs) args: ObservationArgs,
    @Arg("asOf", () => GraphQLDateTime, { nullable: true, description: asOfDescription })
    asOf: Date | null | undefined,
    @Ctx() context: Context,
  ): Promise<Observation | null> {
    return observationAsOf(args, asOf, context);
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
  ): Promise<Connection<ObservationVintage>> {
    return findVintages(args, page, context);
  }
}
