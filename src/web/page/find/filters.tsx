/** @jsxImportSource preact */
import { useLocation, useTexts } from "../address/location";
import type { FindQuery, GroupsFragment } from "../api/operations/find";
import { Choice } from "../kit/choice";
import { formatNumber } from "../kit/format";
import { type FindChoice, radii } from "./choice";
import { knownAccess, knownCost, knownHours } from "./rows";
import { findTexts } from "./texts";
import { Toggle } from "./toggle";
import type { Lists } from "./use-lists";

interface FiltersProps {
  readonly choice: FindChoice;
  readonly data: FindQuery;
  readonly lists: Lists;
}

/** Each filter says for how many its answer is known. */
export function Filters({ choice, data, lists }: FiltersProps) {
  const texts = useTexts(findTexts);
  const { language } = useLocation();
  const number = (value: number) => formatNumber(value, language);
  const domains = groupsOf(data.careDomains);
  const kinds = groupsOf(data.kinds);
  const kindsKnown = data.kinds?.measures[0]?.total.coverage;
  const what = choice.kind === null ? "" : `kind:${choice.kind}`;
  return (
    <section class="filters" aria-label={texts.filters}>
      <TargetGroups choice={choice} data={data} />
      <div class="choices">
        <Choice
          label={texts.what}
          name="what"
          value={choice.careDomain === null ? what : `domain:${choice.careDomain}`}
          options={[
            { value: "", label: texts.anything },
            ...domains.map(({ code, name, count }) => ({
              value: `domain:${code}`,
              label: `${texts.services}: ${name} (${number(count)})`,
            })),
            ...kinds.map(({ code, name, count }) => ({
              value: `kind:${code}`,
              label: `${texts.places}: ${name} (${number(count)})`,
            })),
          ]}
        />
        {choice.near !== null && (
          <Choice
            label={texts.within}
            name="within"
            value={String(choice.withinMetres)}
            options={radii.map((radius) => ({ value: String(radius), label: texts.metres(number(radius)) }))}
          />
        )}
      </div>
      {kindsKnown && (
        <p class="known">{texts.kindsKnown(number(kindsKnown.present), number(kindsKnown.expected))}</p>
      )}
      <Only choice={choice} data={data} lists={lists} />
    </section>
  );
}

interface Group {
  readonly code: string;
  readonly name: string;
  readonly count: number;
}

/** Groups that something belongs to, largest first. Those without are no choice. */
function groupsOf(aggregate: GroupsFragment | null): readonly Group[] {
  return (aggregate?.cells ?? [])
    .flatMap(({ groups: [group], values: [value] }) => {
      const count = (value?.value ?? 0) + (value?.ofUnknownStatus ?? 0);
      return group?.code == null || count === 0
        ? []
        : [{ code: group.code, name: group.name?.text.value ?? group.code, count }];
    })
    .sort((a, b) => b.count - a.count);
}

/** Groups that stand in view. */
const inView = 5;

function TargetGroups({ choice, data }: Omit<FiltersProps, "lists">) {
  const texts = useTexts(findTexts);
  const { language, withValues } = useLocation();
  const groups = groupsOf(data.targetGroups);
  const known = data.targetGroups?.measures[0]?.total.coverage;
  const chip = ({ code, name, count }: Group) => (
    <li key={code}>
      <a
        class="chip-link"
        href={withValues({ for: code === choice.targetGroup ? "" : code })}
        aria-current={code === choice.targetGroup ? "true" : undefined}
      >
        {name} ({formatNumber(count, language)})
      </a>
    </li>
  );
  const rest = groups.slice(inView);
  return (
    <div class="filter">
      <h2 class="h6">{texts.forWhom}</h2>
      <ul class="chips">
        <li>
          <a
            class="chip-link"
            href={withValues({ for: "" })}
            aria-current={choice.targetGroup === null ? "true" : undefined}
          >
            {texts.everyone}
          </a>
        </li>
        {groups.slice(0, inView).map(chip)}
      </ul>
      {rest.length > 0 && (
        <details open={rest.some(({ code }) => code === choice.targetGroup)}>
          <summary>{texts.moreGroups}</summary>
          <ul class="chips">{rest.map(chip)}</ul>
        </details>
      )}
      {known && (
        <p class="known">
          {texts.groupsKnown(formatNumber(known.present, language), formatNumber(known.expected, language))}
        </p>
      )}
    </div>
  );
}

function Only({ choice, data, lists }: FiltersProps) {
  const texts = useTexts(findTexts);
  const { area } = data;
  const total = (...counts: readonly ({ readonly totalCount: number } | null | undefined)[]) =>
    counts.reduce((sum, count) => sum + (count?.totalCount ?? 0), 0);
  // The services of a city contain those for all of it.
  const isCity = area?.city === null;
  const inCity = isCity ? [] : [area?.anyCostInCity];
  const knownInCity = isCity ? [] : [area?.freeInCity, area?.notFreeInCity];
  const places = lists.places.rows.map(({ place }) => place);
  const serviceLists = [lists.near, lists.local, lists.ofCity].flatMap((list) => list ?? []);
  const services = serviceLists.flatMap(({ rows }) => rows);
  const hasMoreServices = serviceLists.some(({ hasMore }) => hasMore);
  return (
    <div class="filter">
      <h2 class="h6">{texts.only}</h2>
      <ul class="toggles">
        <Toggle
          name="free"
          label={texts.free}
          isOn={choice.isFree}
          {...(choice.near === null
            ? {
                known: total(area?.free, area?.notFree, ...knownInCity),
                all: total(area?.anyCost, ...inCity),
              }
            : { known: knownCost(services), all: services.length, areListed: hasMoreServices })}
        />
        <Toggle
          name="access"
          label={texts.stepFree}
          isOn={choice.isStepFree}
          {...(choice.near === null
            ? { known: total(area?.stepFree, area?.notStepFree), all: total(area?.anyAccess) }
            : { known: knownAccess(lists.places.rows), all: lists.places.rows.length })}
        />
        <Toggle
          name="open"
          label={texts.open}
          isOn={choice.isOpen}
          known={knownHours(places) + knownHours(services)}
          all={places.length + services.length}
          areListed={lists.places.hasMore || hasMoreServices}
        />
      </ul>
    </div>
  );
}
