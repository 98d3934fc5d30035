/** @jsxImportSource preact */
import { useState } from "preact/hooks";
import { useTexts } from "../address/location";
import type { CityQuery } from "../api/operations/city";
import { AreaMap } from "../charts/area-map";
import { Words } from "../kit/words";
import type { CityChoice } from "./choice";
import { cityTexts } from "./texts";

export function CityFigures({ data }: { readonly data: CityQuery; readonly choice: CityChoice }) {
  const texts = useTexts(cityTexts);
  const [active, setActive] = useState<string | null>(null);
  const { indicator } = data;
  if (indicator === null || indicator.map === null) return null;
  const { map } = indicator;
  const classOf = (code: string) => {
    const index = map.classes.findIndex(({ areaCodes }) => areaCodes.includes(code));
    return index < 0 ? null : index;
  };
  return (
    <>
      <h1>
        <Words text={indicator.name.text} />
      </h1>
      <AreaMap
        label={texts.mapOf(indicator.name.text.value, map.period)}
        areas={map.cells.map(({ observation: { area } }) => ({
          code: area!.code,
          name: area!.name,
          geometry: area!.boundary,
          classIndex: classOf(area!.code),
        }))}
        active={active}
        onActive={setActive}
        onChoose={setActive}
      />
    </>
  );
}
