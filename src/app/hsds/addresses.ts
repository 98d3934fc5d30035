import * as z from "zod";
import { metadataForm, pageForm, problemForm } from "./forms";
import { type HsdsListName, hsdsListNames, hsdsLists, parametersOf } from "./lists";
import { queryOf } from "./query";

/** Where the API lies. */
export const hsdsBase = "/hsds";

/** One address of the API, with the forms from which requests are checked and the description is made. */
export interface HsdsAddress {
  /** Under `hsdsBase`, with parameters in braces. */
  readonly path: string;
  readonly summary: string;
  readonly query?: z.ZodObject;
  readonly params?: z.ZodObject;
  readonly answer: z.ZodType;
  /** Whether all rows may be asked as lines. */
  readonly hasLines: boolean;
  /** Statuses of errors. */
  readonly problems: readonly (keyof typeof problemMeanings)[];
}

export const problemMeanings = {
  400: "A parameter is wrong.",
  404: "No such row.",
  413: "Too much for one answer.",
} as const;
export const problemAnswer = problemForm;

const rootAddress: HsdsAddress = {
  path: "/",
  summary: "The version of HSDS, and where this API is described",
  answer: metadataForm,
  hasLines: false,
  problems: [],
};

export const listAddress = (name: HsdsListName) =>
  ({
    path: `/${name}`,
    summary: `Pages of each ${hsdsLists[name].name}`,
    query: queryOf(parametersOf(name)),
    answer: pageForm(name),
    hasLines: true,
    problems: [400, 413],
  }) as const satisfies HsdsAddress;

export const rowAddress = (name: HsdsListName) =>
  ({
    path: `/${name}/{id}`,
    summary: `One ${hsdsLists[name].name} with everything nested`,
    params: z.object({ id: z.uuid().meta({ description: "The id of the row." }) }),
    answer: hsdsLists[name].full as z.ZodType,
    hasLines: false,
    problems: [400, 404, 413],
  }) as const satisfies HsdsAddress;

export const hsdsAddresses = (): readonly HsdsAddress[] => [
  rootAddress,
  ...hsdsListNames.flatMap((name) => [listAddress(name), rowAddress(name)]),
];
