/** @jsxImportSource preact */
import type { ComponentChildren } from "preact";
import { useLocation, useTexts } from "../address/location";
import type { Operation } from "../api/operation";
import { contact } from "../kit/contact";
import { formatDate } from "../kit/format";
import { kitTexts } from "../kit/texts";
import { type Source, WhereFrom } from "../kit/where-from";
import { findTexts } from "./texts";

export const Facts = ({ children }: { readonly children: ComponentChildren }) => (
  <dl class="facts">{children}</dl>
);

interface FactProps {
  readonly name: string;
  /** What it is about, in any language. */
  readonly about?: string;
  readonly children: ComponentChildren;
}

export const Fact = ({ name, about, children }: FactProps) => (
  <div data-fact={about}>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);

interface ProvenanceProps<Variables> {
  readonly name: string;
  readonly code: string;
  /** Date of the last confirmation by a source. */
  readonly confirmed: string | null;
  readonly citations: readonly { readonly url: string; readonly title: string | null }[];
  readonly sources: readonly Source[];
  readonly query: Operation<unknown, Variables>;
  readonly variables: Variables;
}

/** Who says so and since when, the sources in full, and how to report an error. */
export function Provenance<Variables>(props: ProvenanceProps<Variables>) {
  const { name, code, confirmed, citations, sources, query, variables } = props;
  const texts = useTexts(findTexts);
  const { unknown } = useTexts(kitTexts);
  const { language } = useLocation();
  const publishers = [...new Set(sources.map(({ publisher }) => publisher))];
  return (
    <div class="provenance">
      <p class="known">
        {texts.source}: {publishers.join(", ") || unknown} · {texts.confirmed}:{" "}
        {confirmed === null ? unknown : formatDate(confirmed, language)}
      </p>
      <WhereFrom of={name} sources={sources} query={query} variables={variables}>
        {citations.map(({ url, title }) => (
          <p key={url}>
            {texts.page}: <a href={url}>{title ?? url}</a>
          </p>
        ))}
      </WhereFrom>
      <Report name={name} code={code} sources={sources} />
    </div>
  );
}

function Report({ name, code, sources }: Pick<ProvenanceProps<unknown>, "name" | "code" | "sources">) {
  const texts = useTexts(findTexts);
  const { language } = useLocation();
  const publisher = sources.at(-1);
  const entry = `${name} (${code})`;
  return (
    <details class="where-from">
      <summary>
        {texts.report}
        <span class="visually-hidden">: {name}</span>
      </summary>
      {publisher && (
        <p>
          {texts.reportTo(publisher.publisher)} <strong>{entry}</strong>
          {publisher.landingPage !== null && (
            <>
              {" · "}
              <a href={publisher.landingPage}>{publisher.title}</a>
            </>
          )}
        </p>
      )}
      {contact && (
        <p>
          {texts.reportHere}{" "}
          <a href={`mailto:${contact.email}?subject=${encodeURIComponent(entry)}`}>
            {contact.name[language]}
          </a>
        </p>
      )}
    </details>
  );
}
