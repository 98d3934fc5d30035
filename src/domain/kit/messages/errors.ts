/** The texts of errors in both languages, as one module: functions have it as a file of its own. */
export { errors as en } from "./en/errors";
export { errors as it } from "./it/errors";
