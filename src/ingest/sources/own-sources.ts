import { hubSources } from "./sources";

/** Those that come with the hub. Whoever imports this reads their mapping files at once: a server needs none before the first upload. */
export const { sources, words: hubWords } = hubSources();

/** For messages: every code that `--only` accepts. */
export const sourceCodes: readonly string[] = sources.map(({ ref }) => ref.code);
