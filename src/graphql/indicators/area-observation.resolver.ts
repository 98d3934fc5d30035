import { Arg, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { Observation } from "../../domain/indicators/observation";
import type { Area } from "../../domain/places/area";
import type { Context } from "../kit/context";
import { PartialDateScalar } from "../kit/scalars";
import { AreaType } from "../places/area.type";
import { ObservationType } from "./observation.type";

@Resolver(() => AreaType)
export class AreaObservationResolver {
  @FieldResolver(() => ObservationType, {
    nullable: true,
    description: "One number about this area; null where there is none. Cheap for whole lists of areas.",
  })
  observation(
    @Root() area: Area,
    @Arg("indicator", () => String, { description: "Code of the indicator, for example share_65plus." })
    indicatorCode: string,
    @Arg("period", () => PartialDateScalar, { description: "For example 2024." }) period: string,
    @Ctx() { loaders }: Context,
  ): Promise<Observation | null> {
    return loaders.observation.load({ areaCode: area.code, indicatorCode, period });
  }
}
