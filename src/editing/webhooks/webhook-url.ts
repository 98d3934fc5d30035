import { isIP } from "node:net";
import { HubError } from "../../domain/kit/errors";
import type { WebhookUrlFault } from "../../domain/kit/messages/en/errors";
import { webhookLimits } from "../../domain/webhooks/webhook";
import { hostOf, isLoopback, isPublicAddress } from "./public-address";

/**
 * An address to which messages may go, in its usual form. Names are looked up with each delivery, because they can lead elsewhere by then.
 * @param toLoopback whether this machine may be the receiver, by http too: for development.
 * @throws HubError BAD_USER_INPUT.
 */
export function webhookUrl(text: string, toLoopback: boolean): string {
  const fault = (why: WebhookUrlFault): HubError =>
    new HubError("BAD_USER_INPUT", "webhookUrl", { why }, { where: "url" });
  if (text.length > webhookLimits.url) throw fault("long");
  if (!URL.canParse(text)) throw fault("form");
  const url = new URL(text);
  const host = hostOf(url);
  const isHere = toLoopback && (isLoopback(host) || host === "localhost");
  if (url.protocol !== "https:" && !(isHere && url.protocol === "http:")) throw fault("scheme");
  if (url.username !== "" || url.password !== "") throw fault("password");
  if (url.hash !== "") throw fault("fragment");
  if (isIP(host) !== 0 && !isHere && !isPublicAddress(host)) throw fault("private");
  return url.href;
}
