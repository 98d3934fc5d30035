import { createHash, randomBytes } from "node:crypto";
import { envNames } from "../app/env";

/** Prints a new key for editors and what the hub must know of it. The key itself is kept nowhere. */
const key = randomBytes(32).toString("base64url");
const hash = createHash("sha256").update(key).digest("hex");
console.log(`Key, for editors only:   ${key}`);
console.log(`To be sent as:           authorization: Bearer ${key}`);
console.log(`For the hub:             ${envNames.editorKeyHash}=${hash}`);
