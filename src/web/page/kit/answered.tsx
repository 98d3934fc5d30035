/** @jsxImportSource preact */
import type { ComponentChildren } from "preact";
import { useLocation, useTexts } from "../address/location";
import type { Failure } from "../api/ask";
import type { Asked } from "../api/use-answer";
import { kitTexts } from "./texts";

interface AnsweredProps<Data> {
  readonly asked: Asked<Data>;
  /** Height of the place that is kept for the first answer, in rem: nothing moves when it comes. */
  readonly height: number;
  readonly children: (data: Data) => ComponentChildren;
}

/** An answer, its skeleton before it comes, or why there is none. The last answer stays, dimmed, until the next. */
export function Answered<Data>({ asked, height, children }: AnsweredProps<Data>) {
  const { data, failure, isLoading, retry } = asked;
  if (failure !== null) return <FailureNotice failure={failure} retry={retry} />;
  if (data === null) return <Skeleton height={height} />;
  return (
    <div class={isLoading ? "answered is-loading" : "answered"} aria-busy={isLoading}>
      {children(data)}
    </div>
  );
}

/** Keeps the place of something that is on its way. */
function Skeleton({ height }: { readonly height: number }) {
  const { loading } = useTexts(kitTexts);
  return (
    <div class="skeleton" style={{ minHeight: `${height}rem` }} role="status">
      <span class="visually-hidden">{loading}</span>
    </div>
  );
}

/** What the hub rejects stays rejected: the way on is the view without choices. Anything else may pass. */
function FailureNotice({ failure, retry }: { readonly failure: Failure; readonly retry: () => void }) {
  const texts = useTexts(kitTexts);
  const { language } = useLocation();
  const { kind, messages } = failure;
  return (
    <div class="alert alert-danger" role="alert">
      <p>
        <strong>{texts.failed}</strong>
      </p>
      {kind === "rejected" ? (
        <>
          {messages.map((message) => (
            <p key={message.en}>{message[language]}</p>
          ))}
          <StartAgain />
        </>
      ) : (
        <>
          <p>{texts[kind]}</p>
          <button type="button" class="btn btn-primary btn-sm" onClick={retry}>
            {texts.retry}
          </button>
        </>
      )}
    </div>
  );
}

/** Leads to the view as it opens first. */
function StartAgain() {
  const { startAgain } = useTexts(kitTexts);
  const { address, link } = useLocation();
  return <a href={link(address.view)}>{startAgain}</a>;
}
