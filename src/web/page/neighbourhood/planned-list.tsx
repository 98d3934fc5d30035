/** @jsxImportSource preact */
import type { ComponentChildren } from "preact";
import { useTexts } from "../address/location";
import { neighbourhoodTexts } from "./texts";

/** What is planned, never among what is offered. */
export function PlannedList({
  items,
}: {
  readonly items: readonly { readonly code: string; readonly content: ComponentChildren }[];
}) {
  const texts = useTexts(neighbourhoodTexts);
  if (items.length === 0) return null;
  return (
    <div class="planned">
      <h3 class="h6">{texts.planned}</h3>
      <ul>
        {items.map(({ code, content }) => (
          <li key={code}>{content}</li>
        ))}
      </ul>
    </div>
  );
}
