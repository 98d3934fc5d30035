import { limits } from "../../domain/kit/limits";
import type { CoverageCell, CoverageMembership } from "../../domain/strategy/coverage-matrix";
import type { Strategy } from "../../domain/strategy/strategy";
import { makeCoverageMatrix } from "../../queries/strategy/make-coverage-matrix";
import { field, fields } from "../kit/declare";
import { toArea } from "../places/area.type";
import { toOrganization } from "../places/organization.type";
import { toAction } from "./action.type";
import { CoverageCellType, CoverageMatrixType, CoverageMembershipType } from "./coverage-matrix.type";
import { toPartnership } from "./partnership.type";
import { StrategyType } from "./strategy.type";

fields<Strategy>(() => StrategyType, {
  coverageMatrix: field(
    () => CoverageMatrixType,
    "Coverage of areas and actions by partners, including combinations without a named partner.",
    makeCoverageMatrix,
  ),
});

fields<CoverageCell>(() => CoverageCellType, {
  organization: toOrganization.one("organizationCode", "The partner."),
  area: toArea.one("areaCode", "The area."),
  action: toAction.one("actionCode", "The action."),
  partnerships: toPartnership.many(
    "partnershipCodes",
    "Partnerships of the partner in the area. A partnership alone covers no action.",
    limits.coverageRecords,
  ),
});

fields<CoverageMembership>(() => CoverageMembershipType, {
  area: toArea.one("areaCode", "Area of the matrix."),
  namedArea: toArea.one(
    "namedAreaCode",
    "Area that a source names: the same, or a larger one, which does not prove that the partner is at work in this area.",
  ),
  partnership: toPartnership.one("partnershipCode", "The partnership."),
});
