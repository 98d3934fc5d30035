import type { EngagementEvent } from "../../domain/strategy/engagement-event";
import type { EngagementArea } from "../../domain/strategy/engagement-totals";
import { fields } from "../kit/declare";
import { toArea } from "../places/area.type";
import { toCentre } from "../places/centre.type";
import { EngagementEventType } from "./engagement-event.type";
import { EngagementAreaType } from "./engagement-totals.type";

fields<EngagementEvent>(() => EngagementEventType, {
  area: toArea.one("areaCode", "Area that the event concerns."),
  centre: toCentre.one("centreCode", "Centre that hosts the event; null if none does."),
});

fields<EngagementArea>(() => EngagementAreaType, { area: toArea.one("areaCode", "The area.") });
