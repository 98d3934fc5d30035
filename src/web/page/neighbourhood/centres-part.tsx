/** @jsxImportSource preact */
import settings from "../../../../data/page/settings.json";
import { goTo, useLocation, useTexts } from "../address/location";
import { CentresOfArea } from "../api/operations/centres-of-area";
import { formatDate, formatMoment } from "../kit/format";
import { labelOf } from "../kit/labels";
import { clockAt } from "../kit/moment";
import { WhereFrom } from "../kit/where-from";
import { Words } from "../kit/words";
import { type Place, sourcesOf } from "./data";
import type { PartProps } from "./part";
import { PlannedList } from "./planned-list";
import { Shown } from "./shown";
import { neighbourhoodTexts } from "./texts";

/** Centres, open or not at a moment, and those that are only planned apart. */
export function CentresPart({ data, choice }: PartProps) {
  const texts = useTexts(neighbourhoodTexts);
  const { language } = useLocation();
  const { centres, plannedCentres } = data.area;
  const places = centres?.nodes ?? [];
  const planned = plannedCentres?.nodes ?? [];
  return (
    <section>
      <h2 class="h4">
        {texts.centres} ({centres?.totalCount ?? 0})
      </h2>
      <MomentChoice at={choice.at} />
      {places.length === 0 && <p>{texts.nothing}</p>}
      <ul class="places">
        {places.map((place) => (
          <li key={place.code}>
            <PlaceCard place={place} data={data} />
          </li>
        ))}
      </ul>
      <Shown of={centres} area={choice.area} />
      <PlannedList
        items={planned.map(({ code, name, kind, statusDate }) => ({
          code,
          content: (
            <>
              {name}
              {kind && (
                <>
                  {" · "}
                  <Words text={kind.name.text} />
                </>
              )}
              {statusDate && ` · ${formatDate(statusDate, language)}`}
            </>
          ),
        }))}
      />
      <Shown of={plannedCentres} area={choice.area} />
      <WhereFrom
        of={texts.centres}
        sources={sourcesOf(data, [...places, ...planned])}
        query={CentresOfArea}
        variables={{ area: choice.area, at: choice.at }}
      />
    </section>
  );
}

/** The moment for which opening hours are shown, on the clock of the city. */
function MomentChoice({ at }: { readonly at: string }) {
  const texts = useTexts(neighbourhoodTexts);
  const { withValues } = useLocation();
  return (
    <div class="moment">
      <label>
        {texts.at}{" "}
        <input
          type="datetime-local"
          class="form-control"
          value={clockAt(Date.parse(at), settings.timeZone)}
          onChange={(event) => goTo(withValues({ at: event.currentTarget.value }))}
        />
      </label>
      <a href={withValues({ at: "" })}>{texts.openNow}</a>
    </div>
  );
}

function PlaceCard({ place, data }: { readonly place: Place; readonly data: PartProps["data"] }) {
  const texts = useTexts(neighbourhoodTexts);
  const { language } = useLocation();
  const { name, kind, address, status, isOpenAt, openingHoursText, nextOpening } = place;
  const state = isOpenAt?.state ?? "UNKNOWN";
  const rule = isOpenAt?.rule;
  return (
    <>
      <h3 class="h6">{name}</h3>
      <p>
        {kind && <Words text={kind.name.text} />}
        {address && ` · ${address.streetAddress}`}
        {` · ${texts.status(labelOf(data.enumerations, "OperationalStatus", status))}`}
      </p>
      <p>
        <strong class={`state state-${state.toLowerCase()}`}>
          {labelOf(data.enumerations, "OpeningState", state)}
        </strong>
        {isOpenAt && ` · ${labelOf(data.enumerations, "OpeningReason", isOpenAt.reason)}`}
        {rule?.opensAt && rule.closesAt && ` · ${rule.opensAt}–${rule.closesAt}`}
        {rule?.validTo && ` · ${texts.untilDate(formatDate(rule.validTo, language))}`}
        {state !== "OPEN" &&
          nextOpening?.opens &&
          ` · ${texts.opensNext(formatMoment(nextOpening.opens, language, settings.timeZone))}`}
      </p>
      {isOpenAt?.note && (
        <p>
          <Words text={isOpenAt.note.text} />
        </p>
      )}
      <p class="hint">
        {texts.hours}: {openingHoursText === null ? texts.noHours : <q>{openingHoursText}</q>}
      </p>
    </>
  );
}
