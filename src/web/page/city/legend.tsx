/** @jsxImportSource preact */
import { useTexts } from "../address/location";
import type { CityFigures } from "./figures";
import { cityTexts } from "./texts";

/** What the colours mean: the classes of the hub. */
export function Legend({
  figures,
  format,
}: {
  readonly figures: CityFigures;
  readonly format: (value: number) => string;
}) {
  const texts = useTexts(cityTexts);
  const { classes, areas } = figures;
  if (classes.length === 0) return null;
  return (
    <ul class="legend" aria-label={texts.legend}>
      {classes.map(({ from, to, areaCodes }, index) => (
        <li key={from}>
          <Swatch name={`area class-${index}`} />
          {format(from)} – {format(to)} ({areaCodes.length})
        </li>
      ))}
      <li>
        <Swatch name="area no-class" />
        {texts.noValue} ({areas.filter(({ classIndex }) => classIndex === null).length})
      </li>
    </ul>
  );
}

const Swatch = ({ name }: { readonly name: string }) => (
  <svg class="swatch" viewBox="0 0 16 16" aria-hidden="true">
    <rect width="16" height="16" class={name} />
  </svg>
);
