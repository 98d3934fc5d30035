import type { ShownUrl } from "../../domain/kit/messages/values";

const secret = /key|token|secret|sign|sig$|pass|auth|credential|session/i;

/** An address for output and storage: without user, password and the values of parameters that look secret. */
export function shownUrl(address: string | URL): ShownUrl {
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    return "(no address)" as ShownUrl;
  }
  url.username = "";
  url.password = "";
  url.hash = "";
  for (const name of new Set(url.searchParams.keys()))
    if (secret.test(name)) url.searchParams.set(name, "hidden");
  return url.href as ShownUrl;
}
