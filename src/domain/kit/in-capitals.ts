/** `EngagementEvent` becomes `ENGAGEMENT_EVENT`, as enums of the API are written; words in capitals stay unchanged. */
export const inCapitals = (word: string): string => word.replace(/([a-z])([A-Z])/g, "$1_$2").toUpperCase();
