/** @jsxImportSource preact */
import type { ComponentChildren } from "preact";
import { useTexts } from "../address/location";
import { findTexts } from "./texts";

/** Cards that stand in view; a phone would scroll for long through all. */
const inView = 10;

/** A list of cards; the later ones open on request. */
export function Cards({ of, cards }: { readonly of: string; readonly cards: readonly ComponentChildren[] }) {
  const texts = useTexts(findTexts);
  const more = cards.slice(inView);
  return (
    <>
      <ul class="cards">{cards.slice(0, inView)}</ul>
      {more.length > 0 && (
        <details class="more-cards">
          <summary>
            {texts.more(String(more.length))}
            <span class="visually-hidden">: {of}</span>
          </summary>
          <ul class="cards">{more}</ul>
        </details>
      )}
    </>
  );
}
