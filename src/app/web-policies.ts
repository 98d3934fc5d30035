import { createHash } from "node:crypto";

/** Inside each page without scripts. Colours are those of the system, light or dark. */
export const pageStyle = `
:root { font: 1rem/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 60rem; padding: 1rem; overflow-wrap: anywhere; }
code { font: 0.95em ui-monospace, monospace; }
.skip { position: absolute; left: -100rem; }
.skip:focus { position: static; }
nav ul { columns: 13rem; list-style: none; margin: 0 0 1rem; padding: 0; }
summary { font-weight: bold; }
h2 { border-bottom: 1px solid; margin-top: 3rem; }
h3 { font: bold 1.2rem ui-monospace, monospace; margin: 2.5rem 0 0.5rem; }
h3 a { color: inherit; text-decoration: none; }
p { margin: 0.25rem 0; white-space: pre-line; }
dt { margin-top: 0.75rem; }
dd { margin-left: 1.5rem; }
dd ul { margin: 0.25rem 0; padding-left: 1.25rem; }
:target { background: Mark; color: MarkText; }
.deprecated { font-style: italic; }
table { border-collapse: collapse; margin: 0.5rem 0; }
th, td { border-bottom: 1px solid; padding: 0.25rem 0.75rem 0.25rem 0; text-align: left; vertical-align: top; }
`;

/** The page may load its own files and ask its own hub, whatever text the data contains. */
const frontPage = (ancestors: "'none'" | "*"): string =>
  [
    "default-src 'none'",
    "base-uri 'none'",
    "connect-src 'self'",
    "font-src 'self'",
    "form-action 'none'",
    `frame-ancestors ${ancestors}`,
    // The style sheet contains small pictures as data, and a chart becomes a picture through one.
    "img-src 'self' data:",
    "script-src 'self'",
    "style-src 'self'",
  ].join("; ");

/** What a browser may load and run for each page of the hub: the hub says it where it answers itself, and the edge where it does not. */
export const webPolicies = {
  frontPage: frontPage("'none'"),
  embedded: frontPage("*"),
  /** The playground may load its own files and nothing else. */
  playground: [
    "default-src 'none'",
    "base-uri 'none'",
    "connect-src 'self'",
    "font-src 'self'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    // The editor's style sheet contains small pictures as data.
    "img-src 'self' data:",
    "script-src 'self'",
    // The editor writes its theme into <style> elements and positions each line with a style attribute.
    "style-src 'self' 'unsafe-inline'",
    "worker-src 'self'",
  ].join("; "),
  /** A page without scripts loads nothing, runs nothing and has only its own style. */
  document: [
    "default-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    `style-src 'sha256-${createHash("sha256").update(pageStyle).digest("base64")}'`,
  ].join("; "),
} as const;
