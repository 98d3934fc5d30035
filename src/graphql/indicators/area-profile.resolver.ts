import { Arg, Ctx, Query, Resolver } from "type-graphql";
import { limits } from "../../domain/kit/limits";
import { findAreaProfile, type ProfileAnswer } from "../../queries/indicators/find-area-profile";
import type { Context } from "../kit/context";
import { PartialDateScalar } from "../kit/scalars";
import { AreaProfileType } from "./area-profile.type";

@Resolver()
export class AreaProfileResolver {
  @Query(() => AreaProfileType, {
    nullable: true,
    description:
      "Every number of one area, with its rank, its tenth, the mean of its level, the city and the change, as it was last published.",
  })
  areaProfile(
    @Arg("area", () => String, { description: "Code of the area, for example nil:42." }) area: string,
    @Arg("city", () => String, {
      nullable: true,
      description: "Code of its city, for example comune:015146: spares the hub a look-up.",
    })
    city: string | null | undefined,
    @Arg("period", () => PartialDateScalar, {
      nullable: true,
      description: "Which period `point` shows; the newest of each indicator when absent.",
    })
    period: string | null | undefined,
    @Arg("indicators", () => [String], {
      nullable: true,
      description: `Codes of 1 to ${limits.profileIndicators.largest} indicators; all when absent.`,
    })
    indicators: string[] | null | undefined,
    @Ctx() context: Context,
  ): Promise<ProfileAnswer> {
    return findAreaProfile({ area, city, period, indicators }, context);
  }
}
