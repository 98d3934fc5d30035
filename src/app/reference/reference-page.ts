import { type GraphQLNamedType, type GraphQLSchema, isObjectType } from "graphql";
import { html, raw } from "hono/html";
import { page } from "../page";
import { kinds } from "./kinds";
import { typeSection } from "./type-section";

/** The whole schema as one page. */
export function referencePage(schema: GraphQLSchema): string {
  const types = Object.values(schema.getTypeMap())
    .filter((type) => !type.name.startsWith("__"))
    .sort((a, b) => a.name.localeCompare(b.name, "en"));
  const groups = kinds.map(({ title, id, has }) => ({
    title,
    id,
    types: types.filter((type) => has(type, schema)),
  }));
  return page({
    language: "en",
    title: "Vicinato schema reference",
    skip: "Skip to the types",
    body: html`<header>
<h1>Vicinato schema reference</h1>
<p>Every type, field, argument and value of the hub, with its description. This page is written from the running schema.
Try a query in the <a href="playground/">playground</a>, or read the schema <a href="schema.graphql">as text</a>.</p>
</header>
<nav aria-label="Types">${groups.map(({ title, id, types: members }) => contents(title, id, members))}</nav>
<main id="content">
${groups.map(
  ({ title, id, types: members }) => html`<h2 id="${id}">${title}</h2>
${members.map((type) => typeSection(type, schema))}`,
)}
</main>`,
  });
}

/** Of the roots the fields, since they are what one can ask; of the rest the types. */
function contents(title: string, id: string, types: readonly GraphQLNamedType[]) {
  const anchors = types.flatMap((type) =>
    id === "roots" && isObjectType(type)
      ? Object.keys(type.getFields()).map((field) => ({ anchor: `${type.name}.${field}`, name: field }))
      : [{ anchor: type.name, name: type.name }],
  );
  return html`<details${id === "roots" ? raw(" open") : ""}><summary><a href="#${id}">${title}</a> (${anchors.length})</summary>
<ul>${anchors.map(({ anchor, name }) => html`<li><a href="#${anchor}">${name}</a></li>\n`)}</ul></details>
`;
}
