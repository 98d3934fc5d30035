/** The style of the reference, inside the page. Colours are those of the system, light or dark. */
export const style = `
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
`;
