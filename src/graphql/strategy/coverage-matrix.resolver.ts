import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import type { Area } from "../../domain/places/area";
import type { Organization } from "../../domain/places/organization";
import type { Action } from "../../domain/strategy/action";
import type { CoverageCell } from "../../domain/strategy/coverage-matrix";
import type { Partnership } from "../../domain/strategy/partnership";
import { loadAll } from "../../queries/kit/loaders";
import { makeCoverageMatrix, type SidedCoverageMatrix } from "../../queries/strategy/make-coverage-matrix";
import type { Context } from "../kit/context";
import { AreaType } from "../places/area.type";
import { OrganizationType } from "../places/organization.type";
import { ActionType } from "./action.type";
import { CoverageCellType, CoverageMatrixType } from "./coverage-matrix.type";
import { PartnershipType } from "./partnership.type";

@Resolver()
export class CoverageMatrixResolver {
  @Query(() => CoverageMatrixType, {
    nullable: true,
    description: "Which partner covers which area and which action of a strategy, and where nobody is.",
  })
  coverageMatrix(
    @Arg("strategy", () => String, { description: "Code of the strategy, for example mi-over-net." })
    strategy: string,
    @Ctx() context: Context,
  ): Promise<SidedCoverageMatrix> {
    return makeCoverageMatrix(strategy, context);
  }
}

@Resolver(() => CoverageCellType)
export class CoverageCellResolver {
  @FieldResolver(() => OrganizationType, { nullable: true, description: "The partner." })
  organization(@Root() cell: CoverageCell, @Ctx() { loaders }: Context): Promise<Organization | null> {
    return loaders.organization.load(cell.organizationCode);
  }

  @FieldResolver(() => AreaType, { nullable: true, description: "The area." })
  area(@Root() cell: CoverageCell, @Ctx() { loaders }: Context): Promise<Area | null> {
    return loaders.area.load(cell.areaCode);
  }

  @FieldResolver(() => ActionType, { nullable: true, description: "The action." })
  action(@Root() cell: CoverageCell, @Ctx() { loaders }: Context): Promise<Action | null> {
    return loaders.action.load(cell.actionCode);
  }

  @FieldResolver(() => [PartnershipType], {
    nullable: true,
    description: "Partnerships through which it is in the area at all; alone they cover no action.",
  })
  partnerships(@Root() cell: CoverageCell, @Ctx() { loaders }: Context): Promise<Partnership[]> {
    return loadAll(loaders.partnership, cell.partnershipCodes);
  }
}
