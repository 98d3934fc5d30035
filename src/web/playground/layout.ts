/** Below this width style.css stacks the panes; it has the same number. */
const phone = "(max-width: 48rem)";

export const isPhone = (): boolean => matchMedia(phone).matches;

/** Wide enough for a list beside editor and answer. */
export const isWide = (): boolean => matchMedia("(min-width: 60rem)").matches;
