/** @jsxImportSource preact */
import { useId } from "preact/hooks";
import { goTo, useLocation } from "../address/location";

interface Option {
  readonly value: string;
  readonly label: string;
}

interface ChoiceProps {
  readonly label: string;
  /** Name in the address. */
  readonly name: string;
  readonly value: string;
  readonly options: readonly Option[];
  /** Other values of the address that no longer hold after a choice. */
  readonly resets?: readonly string[];
}

/** A choice that becomes part of the address. */
export function Choice({ label, name, value, options, resets = [] }: ChoiceProps) {
  const { withValues } = useLocation();
  const id = useId();
  const choose = (chosen: string) =>
    goTo(withValues({ ...Object.fromEntries(resets.map((other) => [other, ""])), [name]: chosen }));
  return (
    <div class="choice">
      <label for={id}>{label}</label>
      <select
        id={id}
        class="form-select"
        value={value}
        onChange={(event) => choose(event.currentTarget.value)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}
