/** @jsxImportSource preact */
import { languages } from "../address/address";
import { useLocation, useTexts } from "../address/location";
import type { FoundServiceFragment, NearestPlaceFragment } from "../api/operations/find";
import { Service } from "../api/operations/service";
import { formatNumber } from "../kit/format";
import { textLanguage, Words } from "../kit/words";
import { type Context, sourcesOf } from "./context";
import { Fact, Facts, Provenance } from "./facts";
import { Opening } from "./opening";
import { findTexts } from "./texts";

interface ServiceCardProps {
  readonly service: FoundServiceFragment;
  /** Names of the places that provide it. */
  readonly places: readonly string[];
  /** The nearest of them, if somebody asks from a point. */
  readonly nearest: NearestPlaceFragment | null;
  readonly context: Context;
}

export function ServiceCard({ service, places, nearest, context }: ServiceCardProps) {
  const texts = useTexts(findTexts);
  const { language } = useLocation();
  const groups = (service.targetGroups ?? []).map(({ name }) => name.text.value);
  const isPlanned = service.status === "PLANNED";
  return (
    <li class="result" data-code={service.code}>
      <h3>
        <Words text={service.name.text} />
      </h3>
      {service.description && (
        <p class="result-lead">
          <Words text={service.description.text} />
        </p>
      )}
      {!isPlanned && <Opening opening={service.isOpenAt} context={context} />}
      <Facts>
        {service.status !== "ACTIVE" && (
          <Fact name={texts.status}>{context.label("OperationalStatus", service.status)}</Fact>
        )}
        {groups.length > 0 && <Fact name={texts.forGroups}>{groups.join(", ")}</Fact>}
        <Fact name={texts.cost} about="cost">
          {context.label("FreeOfCharge", service.freeOfCharge)}
          {service.fees && (
            <>
              {": "}
              <Words text={service.fees.text} />
            </>
          )}
        </Fact>
        {service.openingHoursText !== null && (
          <Fact name={texts.published}>
            <span lang={languages[0]}>{service.openingHoursText}</span>
          </Fact>
        )}
        {service.organization && <Fact name={texts.by}>{service.organization.name}</Fact>}
        {nearest && (
          <Fact name={texts.nearestPlace} about="distance">
            {nearest.centre.name}
            {": "}
            {texts.distance(
              formatNumber(nearest.distanceMetres, language),
              formatNumber(nearest.walkingMinutes, language),
            )}
          </Fact>
        )}
        {places.length > 0 && <Fact name={texts.placesOfService}>{places.join(", ")}</Fact>}
        {service.phones.length > 0 && (
          <Fact name={texts.telephone}>{service.phones.map(({ number }) => number).join(", ")}</Fact>
        )}
        {service.url !== null && (
          <Fact name={texts.website}>
            <a href={service.url}>{service.url}</a>
          </Fact>
        )}
      </Facts>
      <Provenance
        name={service.name.text.value}
        code={service.code}
        confirmed={service.lastVerified}
        citations={service.citations}
        sources={sourcesOf(service, context)}
        query={Service}
        variables={{ code: service.code, at: context.at, language: textLanguage(language) }}
      />
    </li>
  );
}
