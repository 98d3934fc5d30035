/** A file of the hub that was cut when the process was killed counts as missing. */
export function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
