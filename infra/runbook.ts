/** Where people who get an alarm read on: the page of the repository that `publiccode.yml` names. */
const page = "https://github.com/vicinato/vicinato/blob/main/docs/runbook.md";

/** The address of a section of the runbook. */
export const runbookSection = (section: string): string => `${page}#${section}`;
