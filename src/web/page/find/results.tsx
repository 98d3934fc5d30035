/** @jsxImportSource preact */
import settings from "../../../../data/page/settings.json";
import { useLocation, useTexts } from "../address/location";
import type { FindQuery, OpeningState } from "../api/operations/find";
import { formatMoment, formatNumber } from "../kit/format";
import { labelOf } from "../kit/labels";
import { Cards, NextPage } from "./cards";
import { type FindChoice, showsPlaces, showsServices } from "./choice";
import type { Context } from "./context";
import { PlaceCard } from "./place-card";
import { PlacesMap } from "./places-map";
import { type PlaceRow, plannedRows, plannedServices, stateOf } from "./rows";
import { ServiceCard } from "./service-card";
import { ServiceLists } from "./service-lists";
import { findTexts } from "./texts";
import type { Lists } from "./use-lists";

interface ResultsProps {
  readonly choice: FindChoice;
  readonly data: FindQuery;
  readonly lists: Lists;
  /** ISO 8601. */
  readonly at: string;
}

/** As many as the hub gives at once around a point. */
const mostNearest = 50;

const states: readonly OpeningState[] = ["OPEN", "UNKNOWN", "CLOSED"];

/** Places, services of the area, services of the whole city and what is planned, each apart. */
export function Results({ choice, data, lists, at }: ResultsProps) {
  const texts = useTexts(findTexts);
  const { language } = useLocation();
  const context: Context = {
    at,
    label: (name, value) => labelOf(data.enumerations, name, value),
    sources: new Map((data.sources?.nodes ?? []).map((source) => [source.code, source])),
  };
  const where =
    choice.near === null
      ? texts.inArea(data.area?.name ?? "")
      : texts.near(choice.place, formatNumber(choice.withinMetres, language));
  return (
    <>
      <h2 class="h3 found-where">{where}</h2>
      <p class="found-when">{texts.at(formatMoment(at, language, settings.timeZone))}</p>
      {showsPlaces(choice) ? (
        <Places choice={choice} data={data} lists={lists} context={context} />
      ) : (
        <LeftOut reason={texts.placesLeftOut} removes={{ for: "", free: "", what: "" }} />
      )}
      {showsServices(choice) ? (
        <ServiceLists choice={choice} data={data} lists={lists} context={context} />
      ) : (
        <LeftOut reason={texts.servicesLeftOut} removes={{ what: "" }} />
      )}
      <Planned choice={choice} data={data} context={context} />
    </>
  );
}

function LeftOut({
  reason,
  removes,
}: {
  readonly reason: string;
  readonly removes: Readonly<Record<string, string>>;
}) {
  const texts = useTexts(findTexts);
  const { withValues } = useLocation();
  return (
    <p class="left-out">
      {reason} <a href={withValues(removes)}>{texts.showAll}</a>
    </p>
  );
}

interface SectionProps {
  readonly choice: FindChoice;
  readonly data: FindQuery;
  readonly context: Context;
}

function Places({ choice, data, lists, context }: SectionProps & Pick<ResultsProps, "lists">) {
  const texts = useTexts(findTexts);
  const { language } = useLocation();
  const number = (value: number) => formatNumber(value, language);
  const { places } = lists;
  const rows = places.rows.filter(({ place }) => !choice.isOpen || stateOf(place) === "OPEN");
  const sorted = states.flatMap((state) => rows.filter(({ place }) => stateOf(place) === state));
  const numbers = new Map(sorted.map(({ place }, index) => [place.code, index + 1]));
  const total = choice.isOpen ? rows.length : places.total;
  return (
    <section class="found" aria-labelledby="found-places">
      <h2 class="h4" id="found-places">
        {texts.places} ({number(total)})
      </h2>
      {rows.length === 0 ? (
        <p>{texts.noPlaces}</p>
      ) : (
        <div class="list-and-map">
          <PlacesMap choice={choice} data={data} rows={sorted} label={context.label} />
          <div>
            {data.nearest && (
              <p class="known">{texts.speed(formatNumber(data.nearest.walkingSpeedKmh, language, 1))}</p>
            )}
            {states.map((state) => (
              <PlacesInState
                key={state}
                state={state}
                rows={sorted.filter(({ place }) => stateOf(place) === state)}
                numbers={numbers}
                context={context}
              />
            ))}
            {data.nearest && places.rows.length === mostNearest && (
              <p>{texts.nearestOnly(number(mostNearest))}</p>
            )}
            <NextPage
              key={places.id}
              {...places}
              of={texts.places}
              listed={number(places.rows.length)}
              total={number(places.total)}
            />
          </div>
        </div>
      )}
    </section>
  );
}

function PlacesInState({
  state,
  rows,
  numbers,
  context,
}: {
  readonly state: OpeningState;
  readonly rows: readonly PlaceRow[];
  readonly numbers: ReadonlyMap<string, number>;
  readonly context: Context;
}) {
  const texts = useTexts(findTexts);
  if (rows.length === 0) return null;
  return (
    <section aria-labelledby={`places-${state}`}>
      <h3 id={`places-${state}`} class="h5">
        {texts.stateGroup[state]} ({rows.length})
      </h3>
      <Cards
        of={texts.stateGroup[state]}
        cards={rows.map((row) => (
          <PlaceCard
            key={row.place.code}
            row={row}
            number={numbers.get(row.place.code) ?? null}
            heading="h4"
            context={context}
          />
        ))}
      />
    </section>
  );
}

function Planned({ choice, data, context }: SectionProps) {
  const texts = useTexts(findTexts);
  const places = showsPlaces(choice) ? plannedRows(data) : [];
  const services = showsServices(choice) ? plannedServices(data) : [];
  if (places.length + services.length === 0) return null;
  return (
    <section class="found planned" aria-labelledby="found-planned">
      <h2 class="h4" id="found-planned">
        {texts.planned} ({places.length + services.length})
      </h2>
      <Cards
        of={texts.planned}
        cards={[
          ...places.map((row) => (
            <PlaceCard key={row.place.code} row={row} number={null} heading="h3" context={context} />
          )),
          ...services.map((service) => (
            <ServiceCard key={service.code} service={service} places={[]} nearest={null} context={context} />
          )),
        ]}
      />
    </section>
  );
}
