import type { CoverageCell } from "../../domain/strategy/coverage-matrix";
import { makeCoverageMatrix } from "../../queries/strategy/make-coverage-matrix";
import { codeOf, required } from "../kit/argument";
import { fields, operation, queries } from "../kit/declare";
import { toArea } from "../places/area.type";
import { toOrganization } from "../places/organization.type";
import { toAction } from "./action.type";
import { CoverageCellType, CoverageMatrixType } from "./coverage-matrix.type";
import { toPartnership } from "./partnership.type";

queries({
  coverageMatrix: operation(
    () => CoverageMatrixType,
    "Coverage of areas and actions of a strategy by partners, including combinations without a named partner.",
    {
      strategy: required(codeOf("strategy"), "Code of the strategy, for example mi-over-net."),
    },
    ({ strategy }, context) => makeCoverageMatrix(strategy, context),
  ),
});

fields<CoverageCell>(() => CoverageCellType, {
  organization: toOrganization.one("organizationCode", "The partner."),
  area: toArea.one("areaCode", "The area."),
  action: toAction.one("actionCode", "The action."),
  partnerships: toPartnership.many(
    "partnershipCodes",
    "Partnerships of the partner in the area. A partnership alone covers no action.",
  ),
});
