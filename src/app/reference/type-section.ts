import {
  astFromValue,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLNamedType,
  type GraphQLSchema,
  type GraphQLType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isScalarType,
  isUnionType,
  print,
} from "graphql";
import { html } from "hono/html";

type Html = ReturnType<typeof html>;

/** One type, under its name as anchor; a member is at `Type.member`. */
export const typeSection = (type: GraphQLNamedType, schema: GraphQLSchema): Html => html`<section>
<h3 id="${type.name}"><a href="#${type.name}">${type.name}</a></h3>
${paragraph(type.description)}${relations(type, schema)}${members(type)}</section>
`;

function relations(type: GraphQLNamedType, schema: GraphQLSchema): Html | "" {
  if (isUnionType(type)) return listed("One of", type.getTypes());
  if (isInterfaceType(type)) return listed("Implemented by", schema.getPossibleTypes(type));
  if (isObjectType(type)) return listed("Implements", type.getInterfaces());
  if (isScalarType(type) && type.specifiedByURL) return html`<p>Specified by ${type.specifiedByURL}</p>\n`;
  return "";
}

const listed = (label: string, types: readonly GraphQLNamedType[]): Html | "" =>
  types.length === 0
    ? ""
    : html`<p>${label}: ${types.map((type, i) => html`${i === 0 ? "" : ", "}${link(type)}`)}</p>\n`;

function members(type: GraphQLNamedType): Html | "" {
  if (isEnumType(type)) return entries(type.getValues().map((value) => [value, html`${value.name}`]));
  if (isInputObjectType(type))
    return entries(Object.values(type.getFields()).map((input) => [input, signature(input)]));
  if (isObjectType(type) || isInterfaceType(type)) {
    const fields = Object.values(type.getFields());
    return entries(fields.map((field) => [field, html`${field.name}: ${reference(field.type)}`]));
  }
  return "";

  function entries(
    rows: readonly (readonly [
      member: Pick<GraphQLField<unknown, unknown>, "name" | "description" | "deprecationReason"> &
        Partial<Pick<GraphQLField<unknown, unknown>, "args">>,
      code: Html,
    ])[],
  ): Html {
    return html`<dl>
${rows.map(
  ([member, code]) => html`<dt id="${type.name}.${member.name}"><code>${code}</code></dt>
<dd>${paragraph(member.description)}${deprecation(member.deprecationReason)}${args(member.args ?? [])}</dd>
`,
)}</dl>
`;
  }
}

const args = (list: readonly GraphQLArgument[]): Html | "" =>
  list.length === 0
    ? ""
    : html`<ul>
${list.map((arg) => html`<li><code>${signature(arg)}</code> ${arg.description ?? ""}${deprecation(arg.deprecationReason)}</li>\n`)}</ul>
`;

const signature = ({ name, type, defaultValue }: GraphQLArgument | GraphQLInputField): Html => {
  const node = defaultValue === undefined ? null : astFromValue(defaultValue, type);
  return html`${name}: ${reference(type)}${node ? ` = ${print(node)}` : ""}`;
};

/** `[Centre!]!` with a link around the name. */
function reference(type: GraphQLType): Html {
  const named = getNamedType(type);
  const [before = "", after = ""] = String(type).split(named.name);
  return html`${before}${link(named)}${after}`;
}

const link = ({ name }: GraphQLNamedType): Html => html`<a href="#${name}">${name}</a>`;

const deprecation = (reason: string | null | undefined): Html | "" =>
  reason ? html`<p class="deprecated">Deprecated: ${reason}</p>` : "";

const paragraph = (text: string | null | undefined): Html | "" => (text ? html`<p>${text}</p>\n` : "");
