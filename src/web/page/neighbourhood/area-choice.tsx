/** @jsxImportSource preact */
import { useLocation, useTexts } from "../address/location";
import type { NeighbourhoodQuery } from "../api/operations/neighbourhood";
import { Choice } from "../kit/choice";
import { mostAreas, type NeighbourhoodChoice } from "./choice";
import { Shown } from "./shown";
import { neighbourhoodTexts } from "./texts";

interface AreaChoiceProps {
  readonly data: Pick<NeighbourhoodQuery, "all">;
  readonly choice: NeighbourhoodChoice;
}

/** Which area is shown, and up to three more beside it. */
export function AreaChoice({ data, choice }: AreaChoiceProps) {
  const texts = useTexts(neighbourhoodTexts);
  const { language, withValues } = useLocation();
  const collator = new Intl.Collator(language);
  const all = (data.all?.nodes ?? [])
    .map(({ code, name }) => ({ value: code, label: name }))
    .toSorted((a, b) => collator.compare(a.label, b.label));
  const { area, others } = choice;
  const rest = all.filter(({ value }) => value !== area && !others.includes(value));
  return (
    <>
      <div class="choices">
        <Choice label={texts.choose} name="area" value={area} options={all} />
        {others.length < mostAreas - 1 && (
          <Choice
            label={texts.compare}
            name="compare"
            value=""
            options={[
              { value: "", label: texts.add },
              ...rest.map(({ value, label }) => ({ value: [...others, value].join(","), label })),
            ]}
          />
        )}
      </div>
      <Shown of={data.all} />
      {others.length > 0 && (
        <ul class="compared">
          {others.map((code) => {
            const name = all.find(({ value }) => value === code)?.label ?? code;
            return (
              <li key={code}>
                {name}{" "}
                <a href={withValues({ compare: others.filter((other) => other !== code).join(",") })}>
                  {texts.remove(name)}
                </a>
              </li>
            );
          })}
        </ul>
      )}
    </>
  );
}
