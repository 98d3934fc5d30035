import path from "node:path";

/** What is written by hand. */
export const handWrittenFolder = path.resolve(__dirname, "../../data");

/** What imports of published files give beside it: `npm run data` writes it. */
export const publishedFolder = path.join(handWrittenFolder, "published");

/** All that comes with the hub, in the order of loading. */
export const starterFolders = [handWrittenFolder, publishedFolder] as const;

/** A data folder in which they are loaded: `build starter` makes it, and a new hub begins with a copy. */
export const packedStarter = path.resolve(__dirname, "../../dist/starter");
