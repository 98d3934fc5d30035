import type { EngagementEvent } from "../../domain/strategy/engagement-event";
import type { EngagementArea } from "../../domain/strategy/engagement-totals";
import { fields } from "../kit/declare";
import { sourceRefs } from "../kit/source-ref.type";
import { toArea } from "../places/area.type";
import { toCentre } from "../places/centre.type";
import { EngagementEventType } from "./engagement-event.type";
import { EngagementAreaType } from "./engagement-totals.type";

fields<EngagementEvent>(() => EngagementEventType, {
  area: toArea.one("areaCode", "The area that it is about."),
  centre: toCentre.one("centreCode", "The centre where it takes place; null if it is in none."),
  sourceRefs,
});

fields<EngagementArea>(() => EngagementAreaType, { area: toArea.one("areaCode", "The area.") });
