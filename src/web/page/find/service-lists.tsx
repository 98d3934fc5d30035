/** @jsxImportSource preact */
import { useLocation, useTexts } from "../address/location";
import type { FindQuery } from "../api/operations/find";
import { formatNumber } from "../kit/format";
import { Cards, NextPage } from "./cards";
import type { FindChoice } from "./choice";
import type { Context } from "./context";
import { stateOf } from "./rows";
import { ServiceCard } from "./service-card";
import { findTexts } from "./texts";
import type { Lists, ServiceList } from "./use-lists";

interface ServiceListsProps {
  readonly choice: FindChoice;
  readonly data: FindQuery;
  readonly lists: Lists;
  readonly context: Context;
}

/** Services near the point, of the area, and for the whole city, each apart. */
export function ServiceLists({ choice, data: { area }, lists, context }: ServiceListsProps) {
  const texts = useTexts(findTexts);
  const { language } = useLocation();
  const isCity = area?.city === null;
  const local = isCity ? texts.localOfCity : texts.local(area?.name ?? "");
  const inCity = texts.inCity(area?.city?.name ?? area?.name ?? "");
  const metres = formatNumber(choice.withinMetres, language);
  const beyond = (title: string) => (lists.near === null ? title : texts.beyond(title, metres));
  const shared = { isOpen: choice.isOpen, context };
  return (
    <>
      {lists.near && (
        <List id="found-near" title={texts.servicesNear(metres)} list={lists.near} {...shared} />
      )}
      <List id="found-local" title={beyond(local)} list={lists.local} {...shared} />
      <List id="found-city" title={beyond(inCity)} list={lists.ofCity} {...shared} />
    </>
  );
}

interface ListProps {
  readonly id: string;
  readonly title: string;
  readonly list: ServiceList;
  /** Whether only those known to be open are shown. */
  readonly isOpen: boolean;
  readonly context: Context;
}

function List({ id, title, list, isOpen, context }: ListProps) {
  const texts = useTexts(findTexts);
  const { language } = useLocation();
  const shown = list.rows.filter((service) => !isOpen || stateOf(service) === "OPEN");
  const all = isOpen ? shown.length : list.total;
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
            places={(service.locations ?? []).flatMap(({ centre }) => centre?.name ?? [])}
            nearest={service.nearestCentre ?? null}
            context={context}
          />
        ))}
        end={
          <NextPage
            key={list.id}
            {...list}
            of={title}
            listed={formatNumber(list.rows.length, language)}
            total={formatNumber(list.total, language)}
          />
        }
      />
    </section>
  );
}
