/** @jsxImportSource preact */
import { useLocation, useTexts } from "../address/location";
import { formatNumber } from "../kit/format";
import { findTexts } from "./texts";

interface ToggleProps {
  /** Name in the address. */
  readonly name: string;
  readonly label: string;
  readonly isOn: boolean;
  /** For how many of all the answer is known. */
  readonly known: number;
  readonly all: number;
  /** Whether they are only those that are listed so far. */
  readonly areListed?: boolean;
}

/** A filter that is on or off. It cannot be set where nothing is known: it would only hide what nobody described. */
export function Toggle({ name, label, isOn, known, all, areListed = false }: ToggleProps) {
  const texts = useTexts(findTexts);
  const { language, withValues } = useLocation();
  const number = (value: number) => formatNumber(value, language);
  if (known === 0 && !isOn)
    return (
      <li>
        <span class="chip-link is-off" data-filter={name}>
          {label}
        </span>
        <span class="known">{all === 0 ? texts.nothing : texts.noneKnown(number(all))}</span>
      </li>
    );
  return (
    <li>
      <a
        class="chip-link"
        data-filter={name}
        href={withValues({ [name]: isOn ? "" : "yes" })}
        aria-current={isOn ? "true" : undefined}
      >
        {label}
      </a>
      <span class="known">{(areListed ? texts.knownListed : texts.known)(number(known), number(all))}</span>
    </li>
  );
}
