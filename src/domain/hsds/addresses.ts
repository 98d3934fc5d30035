import * as z from "zod";

const email = z.email();

/** Whether a text is an address of email as JSON Schema understands it. */
export const isEmailOfHsds = (text: string): boolean => email.safeParse(text).success;

/** Whether a text is an address of the web as JSON Schema understands it: ASCII only (RFC 3986). */
export const isWebAddressOfHsds = (text: string): boolean =>
  /^https?:\/\/[\w.~:/?#[\]@!$&'()*+,;=%-]+$/.test(text) &&
  !/%(?![\dA-Fa-f]{2})/.test(text) &&
  URL.canParse(text);
