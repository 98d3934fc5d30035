import { createHash, randomBytes } from "node:crypto";
import { envNames } from "../app/env";

/** Prints a new key for editors, and the hash that the hub needs. The key itself is stored nowhere. */
const key = randomBytes(32).toString("base64url");
const hash = createHash("sha256").update(key).digest("hex");
console.log(`Key, for editors only:   ${key}`);
console.log(`To be sent as:           authorization: Bearer ${key}`);
console.log(`For the hub:             ${envNames.editorKeyHash}=${hash}`);
