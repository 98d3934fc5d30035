/** @jsxImportSource preact */
import type { ComponentChildren } from "preact";
import { writeShareLink } from "../../kit/share-link";
import { useLocation, useTexts } from "../address/location";
import type { Operation } from "../api/operation";
import { formatDate } from "./format";
import { kitTexts } from "./texts";
import { type ShownText, Words } from "./words";

/** What the fragment `Source` of an operation reads. */
export interface Source {
  readonly code: string;
  readonly title: string;
  readonly publisher: string;
  readonly licence: string | null;
  readonly rights: { readonly text: ShownText };
  readonly landingPage: string | null;
  readonly modified: string | null;
  readonly retrievedAt: string | null;
  readonly synthetic: boolean;
}

interface WhereFromProps<Variables> {
  /** What it is about, for readers of the screen: several of these stand on a page. */
  readonly of: string;
  readonly sources: readonly Source[] | null;
  /** The query that gives the figure, and its variables. */
  readonly query: Operation<unknown, Variables>;
  readonly variables: Variables;
  /** What the hub says of its own finding, which has no source. */
  readonly own?: string;
  /** How it was computed, or a caveat. */
  readonly children?: ComponentChildren;
}

/** Opens the source, licence and date of a figure, and its query in the playground. */
export function WhereFrom<Variables>(props: WhereFromProps<Variables>) {
  const { of, sources, query, variables, own, children } = props;
  const texts = useTexts(kitTexts);
  const unique = [...new Map((sources ?? []).map((source) => [source.code, source])).values()];
  return (
    <details class="where-from">
      <summary>
        {texts.whereFrom}
        <span class="visually-hidden">: {of}</span>
      </summary>
      {children}
      {own !== undefined && <p>{own}</p>}
      {unique.length === 0 && own === undefined && <p>{texts.noSource}</p>}
      {unique.map((source) => (
        <SourceNote key={source.code} source={source} />
      ))}
      <p>
        <a href={playgroundLink(query, variables)}>{texts.openQuery}</a>
      </p>
    </details>
  );
}

function playgroundLink<Variables>(query: Operation<unknown, Variables>, variables: Variables): string {
  return `playground/${writeShareLink({
    query: query.text,
    variables: JSON.stringify(variables, null, 2),
    operationName: null,
  })}`;
}

function SourceNote({ source }: { readonly source: Source }) {
  const texts = useTexts(kitTexts);
  const { language } = useLocation();
  const { title, publisher, licence, rights, landingPage, modified, retrievedAt, synthetic } = source;
  return (
    <dl class="source-note">
      <dt class="source-title">
        {landingPage === null ? title : <a href={landingPage}>{title}</a>}
        {synthetic && <strong> {texts.synthetic}</strong>}
      </dt>
      <dd>
        {texts.publisher}: {publisher}
      </dd>
      <dd>
        {texts.licence}: {licence ?? texts.noLicence}
      </dd>
      <dd>
        {texts.rights}: <Words text={rights.text} />
      </dd>
      <dd>
        {texts.modified}: {modified === null ? texts.unknown : formatDate(modified, language)}
      </dd>
      {retrievedAt !== null && (
        <dd>
          {texts.read}: {formatDate(retrievedAt, language)}
        </dd>
      )}
    </dl>
  );
}
