import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import type { JSONWebKeySet, JWTPayload, JWTVerifyGetKey } from "jose";
import type { Caller } from "../../domain/identity/caller";
import { type Scope, scopeOf } from "../../domain/identity/scope";
import { HubError } from "../../domain/kit/errors";
import type { TokenFault } from "../../domain/kit/messages/en/errors";
import type { Issuer } from "./issuer";

type Jose = typeof import("jose");

/** Signatures with a public key. With a shared secret whoever can check a token could also write one. */
const algorithms = ["ES256", "ES384", "EdDSA", "PS256", "RS256"];

/** Seconds by which the clocks of issuer and hub may differ. */
const clockTolerance = 60;

const fault = (why: TokenFault, cause?: unknown): HubError =>
  new HubError("UNAUTHENTICATED", "token", { why }, { where: "authorization", cause });

/**
 * The caller whom a JWT names. The library is loaded with the first token: most hubs get none, and a start would wait for it.
 * Keys of an issuer are read once, and again when they change.
 */
export function tokenVerifier(issuers: readonly Issuer[]): (token: string) => Promise<Caller> {
  const keySets = new Map<Issuer, JWTVerifyGetKey>();

  function keysOf(jose: Jose, issuer: Issuer): JWTVerifyGetKey {
    const known = keySets.get(issuer);
    if (known !== undefined) return known;
    const keys = readKeys(jose, issuer.jwks);
    keySets.set(issuer, keys);
    return keys;
  }

  return async (token) => {
    const jose = await import("jose");
    const { alg, iss } = readUnverified(jose, token);
    const issuer = issuers.find((each) => each.issuer === iss);
    if (issuer === undefined) throw fault("issuer");
    if (!algorithms.includes(alg ?? "")) throw fault("algorithm");
    const { payload } = await jose
      .jwtVerify(token, keysOf(jose, issuer), {
        algorithms,
        clockTolerance,
        issuer: issuer.issuer,
        requiredClaims: ["exp", "sub"],
      })
      .catch((error: unknown) => {
        throw reasonOf(jose, error);
      });
    return callerOf(payload, issuer);
  };
}

function readKeys(jose: Jose, jwks: string): JWTVerifyGetKey {
  if (/^https?:/.test(jwks)) return jose.createRemoteJWKSet(new URL(jwks));
  // As of no issuer: the key pair for development exists from the first token on.
  if (!existsSync(jwks)) throw fault("issuer");
  return jose.createLocalJWKSet(JSON.parse(readFileSync(jwks, "utf8")) as JSONWebKeySet);
}

function readUnverified(jose: Jose, token: string) {
  try {
    return { alg: jose.decodeProtectedHeader(token).alg, iss: jose.decodeJwt(token).iss };
  } catch (error) {
    throw fault("form", error);
  }
}

function reasonOf({ errors }: Jose, error: unknown): unknown {
  if (error instanceof HubError) return error;
  if (error instanceof errors.JWTExpired) return fault("expired", error);
  if (error instanceof errors.JWTClaimValidationFailed)
    return fault(error.claim === "nbf" ? "notYet" : "claims", error);
  if (error instanceof errors.JOSEAlgNotAllowed) return fault("algorithm", error);
  if (
    error instanceof errors.JWSSignatureVerificationFailed ||
    error instanceof errors.JWKSNoMatchingKey ||
    error instanceof errors.JWKSMultipleMatchingKeys
  )
    return fault("signature", error);
  if (error instanceof errors.JWTInvalid || error instanceof errors.JWSInvalid) return fault("form", error);
  return new HubError("SERVICE_UNAVAILABLE", "issuer", null, { cause: error });
}

function callerOf(payload: JWTPayload, issuer: Issuer): Caller {
  const audiences = [payload[issuer.audienceClaim]].flat();
  if (!audiences.includes(issuer.audience)) throw fault("audience");
  const organization = payload[issuer.organizationClaim] ?? null;
  // The code stands in keys of the table and in histories.
  if (organization !== null && !(typeof organization === "string" && /^[\w.:-]{1,200}$/.test(organization)))
    throw fault("claims");
  const name = `token:${pseudonymOf(payload)}`;
  return {
    kind: "TOKEN",
    name: organization === null ? name : `${organization}/${name}`,
    organizationCode: organization,
    scopes: scopesIn(payload[issuer.scopesClaim]),
  };
}

/** Histories are public, and a subject may be a person's address: they show a part of its hash. */
const pseudonymOf = ({ iss, sub }: JWTPayload): string =>
  createHash("sha256").update(`${iss} ${sub}`).digest("base64url").slice(0, 10);

/** Issuers may put the name of the service before a scope, `vicinato/write:own`. Scopes of other services are left out. */
function scopesIn(claim: unknown): Scope[] {
  const texts = typeof claim === "string" ? claim.split(" ") : Array.isArray(claim) ? claim.map(String) : [];
  return texts.flatMap((text) => scopeOf(text.slice(text.lastIndexOf("/") + 1)) ?? []);
}
