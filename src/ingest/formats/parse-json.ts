import { HubError } from "../../domain/kit/errors";
import { notUtf8 } from "./encoding";
import { utf8Check, wholeCharacters, withoutMark } from "./utf8";

/**
 * The text of a JSON file, with or without byte order mark. A damaged byte may be in any part of it, so nothing in the
 * file can be trusted.
 * @throws HubError SOURCE_UNREADABLE if it is not UTF-8.
 */
export function textOfJson(file: Buffer): string {
  const check = utf8Check();
  check.push(file);
  const { firstFault } = check.counts();
  if (firstFault !== null) throw notUtf8(firstFault);
  return wholeCharacters(withoutMark(file)).bytes.toString("utf8");
}

/**
 * The value of a JSON text.
 * @throws HubError SOURCE_UNREADABLE that names line and column of the fault, both from 1.
 */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const position = faultOf(text);
    const before = text.slice(0, position).split("\n");
    const [line, column] = [before.length, before.at(-1)!.length + 1];
    const cut = position >= text.trimEnd().length;
    const circumstances = { where: `line ${line}`, cause };
    throw new HubError("SOURCE_UNREADABLE", "json", { line, column, cut }, circumstances);
  }
}

/**
 * The index of the first character that cannot be JSON; the length of the text if it only ends too early. V8 gives no
 * index for some faults, but distinguishes the beginning of a text: up to the fault it only "ends too early". Binary
 * search finds the place in about 20 readings.
 */
function faultOf(text: string): number {
  let [sound, faulty] = [0, text.length + 1];
  while (faulty - sound > 1) {
    const middle = (sound + faulty) >> 1;
    if (onlyEndsTooEarly(text.slice(0, middle))) sound = middle;
    else faulty = middle;
  }
  return sound;
}

function onlyEndsTooEarly(beginning: string): boolean {
  try {
    JSON.parse(beginning);
    return true;
  } catch (error) {
    const { message } = error as SyntaxError;
    const position = /at position (\d+)/.exec(message)?.[1];
    return (
      /end of JSON input|Unterminated string/.test(message) || Number(position ?? -1) >= beginning.length
    );
  }
}
