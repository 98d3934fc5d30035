/** A whole number as in English texts: 12,000. For descriptions that every start makes; `Intl` takes milliseconds to load. */
export const withCommas = (count: number): string => String(count).replaceAll(/\B(?=(\d{3})+$)/g, ",");
