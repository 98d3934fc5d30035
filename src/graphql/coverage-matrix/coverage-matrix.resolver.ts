import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import type { Action } from "../../domain/action";
import type { Area } from "../../domain/area";
import type { CoverageCell } from "../../domain/coverage-matrix";
import type { Organization } from "../../domain/organization";
import type { Partnership } from "../../domain/partnership";
import { loadAll } from "../../queries/kit/loaders";
import { makeCoverageMatrix, type SidedCoverageMatrix } from "../../queries/strategy/make-coverage-matrix";
import { ActionType } from "../action/action.type";
import { AreaType } from "../area/area.type";
import type { Context } from "../context";
import { OrganizationType } from "../organization/organization.type";
import { PartnershipType } from "../partnership/partnership.type";
import { CoverageCellType, CoverageMatrixType } from "./coverage-matrix.type";

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
