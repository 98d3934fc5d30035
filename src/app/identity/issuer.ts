import * as z from "zod/mini";

/** An issuer of tokens that the hub trusts, and where in a token it finds what it needs. */
export interface Issuer {
  /** Exactly as in the claim `iss`. */
  readonly issuer: string;
  readonly audience: string;
  /** The public keys of the issuer: an address, or a file. */
  readonly jwks: string;
  readonly audienceClaim: string;
  /** Claim with the code of the organisation in whose name the caller acts. */
  readonly organizationClaim: string;
  /** Claim with scopes: a list, or a text with spaces. */
  readonly scopesClaim: string;
}

const text = z.string().check(z.minLength(1));

const list = z.array(
  z.strictObject({
    issuer: text,
    audience: text,
    jwks: text,
    audienceClaim: z._default(text, "aud"),
    organizationClaim: z._default(text, "organization"),
    scopesClaim: z._default(text, "scope"),
  }),
);

function parsed(json: string) {
  try {
    return list.safeParse(JSON.parse(json || "[]"));
  } catch {
    return { success: false } as const;
  }
}

export const areIssuers = (json: string): boolean => parsed(json).success;

/** @param json for which `areIssuers` is true. */
export const issuersIn = (json: string): readonly Issuer[] => {
  const found = parsed(json);
  return found.success ? found.data : [];
};

/** The issuer on this machine, which works without a network; only a local server trusts it. */
export const developmentIssuer = (keyFile: string): Issuer => ({
  issuer: "urn:vicinato:development",
  audience: "vicinato",
  jwks: keyFile,
  audienceClaim: "aud",
  organizationClaim: "organization",
  scopesClaim: "scope",
});
