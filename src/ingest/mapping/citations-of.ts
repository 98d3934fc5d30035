import type { Citation } from "../../domain/kit/citation";
import type { CitationsMapping } from "./citation.schema";
import { dateOf } from "./read-date";
import { type RowReader, textOf } from "./read-value";

/** The pages that a row names, for any type of record. */
export const citationsOf = (mapping: CitationsMapping, reader: RowReader): Citation[] =>
  mapping.flatMap(({ url, title, publishedOn, seenOn }): Citation[] => {
    const address = textOf(url, reader);
    if (address === null) return [];
    return [
      {
        url: address,
        title: textOf(title, reader),
        publishedOn: dateOf(publishedOn, reader),
        seenOn: dateOf(seenOn, reader),
      },
    ];
  });
