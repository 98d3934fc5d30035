import { existsSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import type { JWK } from "jose";
import { type Scope, textOfScope } from "../../domain/identity/scope";
import { developmentIssuer } from "./issuer";

/** In the data folder: who may read it may write the data without a token. */
export const developmentKeyFile = (dataDir: string): string => path.join(dataDir, "development-issuer.json");

/** The public keys, as the hub reads them, and the private one beside them. */
interface KeyPair {
  readonly keys: readonly JWK[];
  readonly privateKey: JWK;
}

const algorithm = "ES256";

/** A token of the issuer for development, whose key pair is made with the first token. */
export async function developmentToken(
  dataDir: string,
  of: { readonly organizationCode: string | null; readonly scopes: readonly Scope[]; readonly hours: number },
): Promise<string> {
  const { importJWK, SignJWT } = await import("jose");
  const { privateKey } = await keyPairIn(dataDir);
  const { issuer, audience, jwks: _, organizationClaim, scopesClaim } = developmentIssuer("");
  const claims = {
    ...(of.organizationCode !== null && { [organizationClaim]: of.organizationCode }),
    [scopesClaim]: of.scopes.map(textOfScope).join(" "),
  };
  return new SignJWT(claims)
    .setProtectedHeader({ alg: algorithm })
    .setIssuer(issuer)
    .setAudience(audience)
    .setSubject("development")
    .setIssuedAt()
    .setExpirationTime(`${of.hours}h`)
    .sign(await importJWK(privateKey, algorithm));
}

async function keyPairIn(dataDir: string): Promise<KeyPair> {
  const file = developmentKeyFile(dataDir);
  if (existsSync(file)) return JSON.parse(await readFile(file, "utf8")) as KeyPair;
  const { exportJWK, generateKeyPair } = await import("jose");
  const made = await generateKeyPair(algorithm, { extractable: true });
  const pair = { keys: [await exportJWK(made.publicKey)], privateKey: await exportJWK(made.privateKey) };
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  await writeFile(file, JSON.stringify(pair), { mode: 0o600 });
  return pair;
}
