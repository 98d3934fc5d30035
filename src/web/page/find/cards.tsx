/** @jsxImportSource preact */
import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { useTexts } from "../address/location";
import type { Pages } from "../api/use-pages";
import { findTexts } from "./texts";

/** Cards that stand in view; a phone would scroll for long through all. */
const inView = 10;

interface CardsProps {
  /** The list, for readers of the screen. */
  readonly of: string;
  readonly cards: readonly ComponentChildren[];
  /** What comes at the end, such as the way to the next page. */
  readonly end?: ComponentChildren;
}

/** A list of cards; the later ones open on request. */
export function Cards({ of, cards, end }: CardsProps) {
  const texts = useTexts(findTexts);
  const more = cards.slice(inView);
  return (
    <>
      <ul class="cards">{cards.slice(0, inView)}</ul>
      {more.length > 0 ? (
        <details class="more-cards">
          <summary>
            {texts.more(String(more.length))}
            <span class="visually-hidden">: {of}</span>
          </summary>
          <ul class="cards">{more}</ul>
          {end}
        </details>
      ) : (
        end
      )}
    </>
  );
}

interface NextPageProps extends Omit<Pages<unknown>, "id" | "nodes"> {
  readonly of: string;
  /** Entries that stand there, and all of the list, as texts. */
  readonly listed: string;
  readonly total: string;
}

/** Says where the list stops and leads on. What was pressed keeps the focus, or what it says at the end. */
export function NextPage({ of, listed, total, hasMore, isLoading, hasFailed, more }: NextPageProps) {
  const texts = useTexts(findTexts);
  const end = useRef<HTMLParagraphElement>(null);
  const wasPressed = useRef(false);
  useEffect(() => {
    if (wasPressed.current && !hasMore) end.current?.focus();
  }, [hasMore]);
  if (!hasMore && !wasPressed.current) return null;
  const press = () => {
    wasPressed.current = true;
    more();
  };
  return (
    <div class="next-page" aria-busy={isLoading}>
      <p ref={end} role="status" tabIndex={-1}>
        {hasFailed ? texts.noPage : texts.listed(listed, total)}
      </p>
      {hasMore && (
        <button type="button" class="btn btn-outline-primary" onClick={press}>
          {texts.nextPage}
          <span class="visually-hidden">: {of}</span>
        </button>
      )}
    </div>
  );
}
