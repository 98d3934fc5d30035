import type { EngagementArea } from "../../domain/strategy/engagement-totals";
import type { Strategy } from "../../domain/strategy/strategy";
import { findEngagementTotals } from "../../queries/strategy/find-engagement-totals";
import { field, fields } from "../kit/declare";
import { toArea } from "../places/area.type";
import { EngagementAreaType, EngagementTotalsType } from "./engagement-totals.type";
import { StrategyType } from "./strategy.type";

fields<Strategy>(() => StrategyType, {
  engagementTotals: field(
    () => EngagementTotalsType,
    "How many took part, by area and age class, without disclosing small groups.",
    findEngagementTotals,
  ),
});

fields<EngagementArea>(() => EngagementAreaType, { area: toArea.one("areaCode", "The area.") });
