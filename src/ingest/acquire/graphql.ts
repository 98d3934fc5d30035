import * as z from "zod";
import type { GraphQlOrigin, RunQuery } from "../kit/origin";
import { TemporaryFailure } from "./acquire-errors";
import type { Http } from "./http";
import { readJson } from "./read-json";

const answer = z.object({
  data: z.record(z.string(), z.unknown()).nullish(),
  errors: z
    .array(z.object({ message: z.string(), path: z.array(z.union([z.string(), z.number()])).nullish() }))
    .nullish(),
});

/** Queries a GraphQL API over HTTP. An answer without any data is requested again; errors beside data are reported. */
export const graphQlClient =
  (http: Http, endpoint: string, { rate }: Pick<GraphQlOrigin, "rate">): RunQuery =>
  (query, variables) =>
    readJson(http, { url: endpoint, body: { query, variables }, rate }, (value) => {
      const parsed = answer.safeParse(value).data;
      if (parsed === undefined) return null;
      const errors = (parsed.errors ?? []).map(({ path, message }) => `${path?.join(".") ?? ""}: ${message}`);
      if (parsed.data) return { data: parsed.data, errors };
      throw new TemporaryFailure(`answers without data (${errors[0] ?? "and without a reason"})`);
    });
