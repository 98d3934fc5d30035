import { html } from "hono/html";
import { page } from "../page";

type Html = ReturnType<typeof html>;

/** A schema of the description, as far as the page reads it. */
interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly enum?: readonly unknown[];
  readonly description?: string;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
}

interface Operation {
  readonly summary?: string;
  readonly parameters?: readonly {
    readonly name: string;

    readonly schema: Schema;
  }[];
  readonly responses: Readonly<
    Record<
      string,
      {
        readonly description: string;
        readonly content?: Readonly<Record<string, { readonly schema: Schema }>>;
      }
    >
  >;
}

/** The description of the API, as far as the page reads it. */
export interface HsdsDescription {
  readonly info: { readonly title: string; readonly description?: string };
  readonly paths: Readonly<Record<string, { readonly get: Operation }>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

/** The description as one page, as that of the GraphQL schema. */
export function hsdsDocsPage(description: HsdsDescription): string {
  const paths = Object.entries(description.paths);
  const schemas = Object.entries(description.components.schemas);
  return page({
    language: "en",
    title: description.info.title,
    skip: "Skip to the addresses",
    body: html`<header>
<h1>${description.info.title}</h1>
<p>${description.info.description ?? ""}</p>
<p>The same <a href="openapi.json">as OpenAPI 3.1</a>. Whether the hub keeps to it: <a href="../conformance">checks</a>.</p>
</header>
<nav aria-label="Contents">
<h2>Contents</h2>
<ul>${paths.map(([path]) => html`<li><a href="#${anchorOf(path)}">${path}</a></li>\n`)}</ul>
<ul>${schemas.map(([name]) => html`<li><a href="#${name}">${name}</a></li>\n`)}</ul>
</nav>
<main id="content">
<h2>Addresses</h2>
${paths.map(([path, { get }]) => pathSection(path, get))}
<h2>Forms</h2>
${schemas.map(([name, schema]) => schemaSection(name, schema))}
</main>`,
  });
}

const anchorOf = (path: string): string => `path${path.replaceAll(/[/{}]+/g, "-")}`;

const pathSection = (path: string, { summary, parameters = [], responses }: Operation): Html => html`<section>
<h3 id="${anchorOf(path)}"><a href="#${anchorOf(path)}">GET ${path}</a></h3>
<p>${summary ?? ""}</p>
<dl>
${parameters.map(
  ({ name, schema }) => html`<dt><code>${name}: ${typeOf(schema)}</code></dt>
<dd>${schema.description ?? ""}</dd>
`,
)}
${Object.entries(responses).map(
  ([status, { description, content = {} }]) => html`<dt><code>${status}</code></dt>
<dd>${description}<ul>${Object.entries(content).map(
    ([type, { schema }]) => html`<li><code>${type}</code> ${typeOf(schema)}</li>\n`,
  )}</ul></dd>
`,
)}
</dl>
</section>
`;

const schemaSection = (
  name: string,
  { description, properties = {}, required = [] }: Schema,
): Html => html`<section>
<h3 id="${name}"><a href="#${name}">${name}</a></h3>
<p>${description ?? ""}</p>
<dl>
${Object.entries(properties).map(
  ([
    field,
    schema,
  ]) => html`<dt><code>${field}: ${typeOf(schema)}</code>${required.includes(field) ? "" : " (optional)"}</dt>
<dd>${schema.$ref ? "" : (schema.description ?? "")}</dd>
`,
)}
</dl>
</section>
`;

/** `Phone[]`, with a link to the form. */
function typeOf(schema: Schema): Html {
  if (schema.$ref !== undefined) {
    const name = schema.$ref.slice(schema.$ref.lastIndexOf("/") + 1);
    return html`<a href="#${name}">${name}</a>`;
  }
  if (schema.items !== undefined) return html`${typeOf(schema.items)}[]`;
  if (schema.anyOf !== undefined)
    return html`${schema.anyOf.map((each, i) => html`${i === 0 ? "" : " | "}${typeOf(each)}`)}`;
  if (schema.enum !== undefined) return html`${schema.enum.join(" | ")}`;
  const bounds = [schema.minimum, schema.maximum].every((bound) => bound !== undefined)
    ? ` ${schema.minimum}-${schema.maximum}`
    : "";
  return html`${schema.format ?? [schema.type ?? "any"].flat().join(" | ")}${bounds}`;
}
