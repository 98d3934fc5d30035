import type { EngagementEvent } from "../../domain/strategy/engagement-event";
import type { Strategy } from "../../domain/strategy/strategy";
import { fields } from "../kit/declare";
import { ListArgs } from "../kit/page.input";
import { pageOf } from "../kit/page-of";
import { sourceRefs } from "../kit/source-ref.type";
import { toArea } from "../places/area.type";
import { toCentre } from "../places/centre.type";
import { EngagementEventConnectionType, EngagementEventType } from "./engagement-event.type";
import { StrategyType } from "./strategy.type";

fields<EngagementEvent>(() => EngagementEventType, {
  area: toArea.one("areaCode", "The area that it is about."),
  centre: toCentre.one("centreCode", "The centre where it takes place; null if it is in none."),
  sourceRefs,
});

fields<Strategy>(() => StrategyType, {
  engagementEvents: pageOf(
    () => EngagementEventConnectionType,
    "How residents and stakeholders took part, by date; empty where no source tells.",
    ListArgs,
    ({ engagementEvents }, page, { code }) => engagementEvents.ofStrategy(code, page),
  ),
});
