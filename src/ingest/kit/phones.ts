import { isPhoneNumber, type Phone } from "../../domain/kit/contact";
import { finding, problem, type RowProblem } from "./problem";

/** "020202 (tasti 4-1)": a number, then a note in brackets. */
export function phonesOf(text: string, column: string, problems: RowProblem[]): Phone[] {
  if (text.trim() === "") return [];
  const [, written = "", note] = /^\s*([^()]*?)\s*(?:\(([^()]+)\)\s*)?$/.exec(text) ?? [];
  // 02 884.63121 and 02/88463121 are written for the eye.
  const number = written.replace(/(?<=\d)[./-](?=\d)/g, " ");
  if (isPhoneNumber(number)) {
    const remark = note?.trim();
    return [{ number, note: remark ? { it: remark, en: null } : null }];
  }
  problems.push(problem("ERROR", finding("NOT_A_PHONE", "oneNumber"), column, text));
  return [];
}
