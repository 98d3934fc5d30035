/** @jsxImportSource preact */
import { useLocation, useTexts } from "../address/location";
import type { FindQuery, OfferFragment } from "../api/operations/find";
import { formatNumber } from "../kit/format";
import { Cards } from "./cards";
import type { FindChoice } from "./choice";
import type { Context } from "./context";
import { localServices, stateOf } from "./rows";
import { ServiceCard } from "./service-card";
import { findTexts } from "./texts";

interface ListProps {
  readonly choice: FindChoice;
  readonly data: FindQuery;
  readonly context: Context;
}

/** Services that serve the area or lie in it, without those for the whole city. */
export function LocalServices({ choice, data, context }: ListProps) {
  const texts = useTexts(findTexts);
  const { area } = data;
  const isCity = area?.city === null;
  const total = (area?.services?.totalCount ?? 0) - (isCity ? (area?.cityServices?.totalCount ?? 0) : 0);
  return (
    <ServiceList
      id="found-local"
      title={isCity ? texts.localOfCity : texts.local(area?.name ?? "")}
      services={localServices(data)}
      total={total}
      choice={choice}
      context={context}
    />
  );
}

export function ServicesOfCity({ choice, data, context }: ListProps) {
  const texts = useTexts(findTexts);
  const { area } = data;
  return (
    <ServiceList
      id="found-city"
      title={texts.inCity(area?.city?.name ?? area?.name ?? "")}
      services={area?.cityServices?.nodes ?? []}
      total={area?.cityServices?.totalCount ?? 0}
      choice={choice}
      context={context}
    />
  );
}

interface ServiceListProps {
  readonly id: string;
  readonly title: string;
  readonly services: readonly (OfferFragment & { readonly locations?: LocationsOf | null })[];
  readonly total: number;
  readonly choice: FindChoice;
  readonly context: Context;
}

type LocationsOf = readonly { readonly centre: { readonly name: string } | null }[];

function ServiceList({ id, title, services, total, choice, context }: ServiceListProps) {
  const texts = useTexts(findTexts);
  const { language } = useLocation();
  const shown = services.filter((service) => !choice.isOpen || stateOf(service) === "OPEN");
  const all = choice.isOpen ? shown.length : total;
  return (
    <section class="found" aria-labelledby={id}>
      <h2 class="h4" id={id}>
        {title} ({formatNumber(all, language)})
      </h2>
      {shown.length === 0 && <p>{texts.noServices}</p>}
      <Cards
        of={title}
        cards={shown.map((service) => (
          <ServiceCard
            key={service.code}
            service={service}
            places={(service.locations ?? []).flatMap(({ centre }) => (centre === null ? [] : [centre.name]))}
            context={context}
          />
        ))}
      />
      {shown.length < all && (
        <p>{texts.listed(formatNumber(shown.length, language), formatNumber(all, language))}</p>
      )}
    </section>
  );
}
