import { Hono } from "hono";
import { answer } from "./answer";

interface WellKnown {
  /** Address for reports of weaknesses; there is no security.txt if `null`. */
  readonly email: string | null;
  /** The address that clients use, with a slash at its end; that of each request if `null`. */
  readonly publicUrl: string | null;
}

/** Everything may be found, but for the answers of the API: their addresses are without number. */
const robots = `User-agent: *
Disallow: /graphql
`;

/** The icon of browser tabs. */
const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><path fill="#0066cc" d="M2 15 16 4l14 11h-4v13h-6v-8h-8v8H6V15z"/></svg>
`;

const daily = "public, max-age=86400";
const year = 365 * 24 * 60 * 60_000;

/** What programs look for at the addresses of conventions. */
export function wellKnown({ email, publicUrl }: WellKnown): Hono {
  const app = new Hono();
  const text = (body: string, type: string): Response =>
    answer(body, 200, { "cache-control": daily, "content-type": type });
  app.get("/robots.txt", () => text(robots, "text/plain; charset=utf-8"));
  app.get("/favicon.ico", () => text(icon, "image/svg+xml"));
  // RFC 9116.
  if (email !== null)
    app.get("/.well-known/security.txt", () => {
      const expires = new Date(Date.now() + year).toISOString();
      return text(
        `Contact: mailto:${email}\nExpires: ${expires}\nPreferred-Languages: it, en\n`,
        "text/plain; charset=utf-8",
      );
    });
  // RFC 9727: the APIs of this host, each with its description and its documentation.
  app.get("/.well-known/api-catalog", (c) => {
    const base = publicUrl ?? new URL("/", c.req.url).href;
    const linkset = [
      {
        anchor: `${base}graphql`,
        "service-desc": [{ href: `${base}schema.graphql`, type: "text/plain" }],
        "service-doc": [{ href: `${base}schema`, type: "text/html" }],
        status: [{ href: `${base}status`, type: "application/problem+json" }],
      },
      {
        anchor: `${base}exports/`,
        "service-desc": [{ href: `${base}exports/datapackage.json`, type: "application/json" }],
        "service-doc": [{ href: `${base}exports/`, type: "text/html" }],
        "service-meta": [{ href: `${base}catalogue.ttl`, type: "text/turtle" }],
      },
    ];
    return text(
      `${JSON.stringify({ linkset }, null, 2)}\n`,
      'application/linkset+json; profile="https://www.rfc-editor.org/info/rfc9727"',
    );
  });
  return app;
}
