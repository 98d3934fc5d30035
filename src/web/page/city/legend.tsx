/** @jsxImportSource preact */
import { useTexts } from "../address/location";
import { byValue, type CityFigures } from "./figures";
import { cityTexts } from "./texts";

/** What the colours mean: the classes of the hub, or the two ends of a scale of shades. */
export function Legend({
  figures,
  format,
}: {
  readonly figures: CityFigures;
  readonly format: (value: number) => string;
}) {
  const texts = useTexts(cityTexts);
  const { classes, areas } = figures;
  if (classes.length > 0)
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
  const known = byValue(areas).flatMap(({ value }) => value ?? []);
  if (known.length === 0) return null;
  return (
    <ul class="legend" aria-label={texts.legend}>
      <li>
        <Swatch name="area shaded" opacity={0.15} />
        {format(known.at(-1)!)} ({texts.lowest})
      </li>
      <li>
        <Swatch name="area shaded" opacity={1} />
        {format(known[0]!)} ({texts.highest})
      </li>
    </ul>
  );
}

const Swatch = ({ name, opacity }: { readonly name: string; readonly opacity?: number }) => (
  <svg class="swatch" viewBox="0 0 16 16" aria-hidden="true">
    <rect width="16" height="16" class={name} fill-opacity={opacity} />
  </svg>
);
