/** @jsxImportSource preact */
import { languages } from "../address/address";
import { useLocation, useTexts } from "../address/location";
import { Place } from "../api/operations/place";
import { formatDate, formatNumber } from "../kit/format";
import { textLanguage, Words } from "../kit/words";
import { type Context, sourcesOf } from "./context";
import { Fact, Facts, Provenance } from "./facts";
import { Opening } from "./opening";
import { hoursUntil, type PlaceRow } from "./rows";
import { findTexts } from "./texts";

interface PlaceCardProps {
  readonly row: PlaceRow;
  /** Its number on the map, if it is there. */
  readonly number: number | null;
  readonly heading: "h3" | "h4";
  readonly context: Context;
}

export function PlaceCard({ row, number, heading: Heading, context }: PlaceCardProps) {
  const texts = useTexts(findTexts);
  const { language } = useLocation();
  const { place, walk } = row;
  const [access] = place.accessibility;
  const until = hoursUntil(place);
  const isPlanned = place.status === "PLANNED";
  return (
    <li class="result" id={`place-${place.code}`} data-code={place.code} tabIndex={-1}>
      <Heading>
        {number !== null && <span class="place-number">{number}</span>} {place.name}
      </Heading>
      <p class="result-lead">
        {[place.kind?.name.text.value, place.address?.streetAddress].filter(Boolean).join(" · ")}
        {walk && (
          <span class="distance">
            {" · "}
            {texts.distance(
              formatNumber(walk.distanceMetres, language),
              formatNumber(walk.walkingMinutes, language),
            )}
          </span>
        )}
      </p>
      {place.alert && (
        <p class="result-alert">
          <Words text={place.alert.text} />
        </p>
      )}
      {!isPlanned && <Opening opening={place.isOpenAt} context={context} />}
      <Facts>
        {place.status !== "ACTIVE" && (
          <Fact name={texts.status}>{context.label("OperationalStatus", place.status)}</Fact>
        )}
        {place.openingHoursText !== null && (
          <Fact name={texts.published}>
            <span lang={languages[0]}>{place.openingHoursText}</span>
            {until !== null && <span class="until">{texts.until(formatDate(until, language))}</span>}
          </Fact>
        )}
        {!isPlanned && (
          <Fact name={texts.access}>
            {context.label("Availability", access?.availability ?? "UNKNOWN")}
            {access?.note && (
              <>
                {": "}
                <Words text={access.note.text} />
              </>
            )}
          </Fact>
        )}
      </Facts>
      <Provenance
        name={place.name}
        code={place.code}
        confirmed={place.lastVerified}
        citations={[]}
        sources={sourcesOf(place, context)}
        query={Place}
        variables={{ code: place.code, at: context.at, language: textLanguage(language) }}
      />
    </li>
  );
}
