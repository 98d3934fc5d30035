/** @jsxImportSource preact */
import type { ComponentChildren } from "preact";
import { useEffect, useId, useRef } from "preact/hooks";

interface MarkedItem {
  readonly code: string;
  readonly content: ComponentChildren;
}

interface MarkedListProps {
  readonly label: string;
  readonly items: readonly MarkedItem[];
  readonly active: string | null;
  readonly onActive: (code: string) => void;
  readonly onChoose: (code: string) => void;
}

const steps: Readonly<Record<string, (index: number, last: number) => number>> = {
  ArrowDown: (index, last) => Math.min(index + 1, last),
  ArrowUp: (index) => Math.max(index - 1, 0),
  End: (_index, last) => last,
  Home: () => 0,
};

/** A list that is one stop of the keyboard: arrows move through it, Enter chooses (WAI-ARIA: listbox). */
export function MarkedList({ label, items, active, onActive, onChoose }: MarkedListProps) {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const index = items.findIndex(({ code }) => code === active);
  useEffect(() => {
    const item = index < 0 ? null : list.current?.children[index];
    // Within the list alone: the page stays where it is.
    if (list.current !== null && item instanceof HTMLElement) keepInSight(list.current, item);
  }, [index]);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = steps[event.key];
    if (step !== undefined) {
      event.preventDefault();
      onActive(items[index < 0 ? 0 : step(index, items.length - 1)]!.code);
    } else if (event.key === "Enter" && active !== null) onChoose(active);
  };
  return (
    <div
      ref={list}
      class="marked-list"
      role="listbox"
      aria-label={label}
      aria-activedescendant={index < 0 ? undefined : `${id}-${index}`}
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      {items.map(({ code, content }, place) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the list takes the keys for its items
        // biome-ignore lint/a11y/useFocusableInteractive: the list has the focus and names its active item
        <div
          key={code}
          id={`${id}-${place}`}
          role="option"
          aria-selected={code === active}
          data-code={code}
          onMouseEnter={() => onActive(code)}
          onClick={() => onChoose(code)}
        >
          {content}
        </div>
      ))}
    </div>
  );
}

function keepInSight(list: HTMLElement, item: HTMLElement): void {
  const top = item.offsetTop - list.offsetTop;
  if (top < list.scrollTop) list.scrollTop = top;
  else if (top + item.offsetHeight > list.scrollTop + list.clientHeight)
    list.scrollTop = top + item.offsetHeight - list.clientHeight;
}
