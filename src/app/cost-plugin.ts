import type { ApolloServerPlugin } from "@apollo/server";
import { GraphQLError, type GraphQLSchema } from "graphql";
import { HubError } from "../domain/kit/errors";
import type { Context } from "../graphql/kit/context";
import type { Cost } from "../graphql/kit/cost";
import { estimateCost } from "../graphql/kit/estimate-cost";
import { weightsOf } from "../graphql/kit/weight-of";
import type { RequestWork } from "../storage/engine/request-work";
import { statusOfLimit } from "./fair-use/request-allowance";
import { extensionsOf } from "./format-error";
import { requestLimits } from "./request-limits";

/**
 * Rejects an operation that may cost too much before it runs, replaces an answer whose work was ended by the error, and
 * reports estimate and work in `extensions.cost`.
 */
export function costPlugin(schema: GraphQLSchema): ApolloServerPlugin<Context> {
  const weightOf = weightsOf(schema);
  return {
    async requestDidStart() {
      let cost: Cost | null = null;
      return {
        async didResolveOperation({ document, operation, request, contextValue: { work, allowance } }) {
          if (operation === undefined) return;
          cost = estimateCost(schema, weightOf, {
            document,
            operation,
            variables: request.variables ?? {},
          });
          const error = cost && tooCostly(cost);
          if (error !== null) throw refusalOf(error, 400);
          if (cost !== null) await allowance?.reserve(priceOf(cost)).catch(rejected);
          // Half of a change would be written.
          if (operation.operation === "mutation") work.doNotStop();
        },
        async willSendResponse({ response: { body }, contextValue: { work } }) {
          if (body.kind !== "single" || cost === null) return;
          const { singleResult } = body;
          if (work.stopped !== null) {
            const { message } = work.stopped;
            singleResult.data = null;
            singleResult.errors = [{ message, extensions: extensionsOf(work.stopped) }];
          }
          singleResult.extensions = { ...singleResult.extensions, cost: costReport(cost, work) };
        },
      };
    },
  };
}

/** What every answer says of its cost. */
export const costReport = (cost: Cost, work: RequestWork) => ({
  estimated: cost.units,
  limit: requestLimits.units,
  estimatedBytes: cost.bytes,
  bytesLimit: requestLimits.estimatedBytes,
  units: work.units,
  fields: work.fields,
  records: work.items,
  storeCalls: work.calls,
  readUnits: work.readUnits,
});

function tooCostly({ units, bytes, unitsAt, bytesAt }: Cost): HubError | null {
  if (units > requestLimits.units)
    return new HubError("LIMIT_EXCEEDED", "cost", {
      units,
      most: requestLimits.units,
      where: unitsAt?.path ?? "",
      share: (unitsAt?.amount ?? 0) / units,
    });
  if (bytes > requestLimits.estimatedBytes)
    return new HubError("LIMIT_EXCEEDED", "estimatedBytes", {
      size: bytes,
      most: requestLimits.estimatedBytes,
      where: bytesAt?.path ?? "",
      share: (bytesAt?.amount ?? 0) / bytes,
    });
  return null;
}

/** What a caller pays for a request with an operation. */
export const priceOf = ({ units }: Cost): number => requestLimits.requestUnits + units;

function rejected(error: unknown): never {
  const status = statusOfLimit(error);
  throw status === null ? error : refusalOf(error as HubError, status);
}

/** A request that cannot be run has a status of its own: 400, as one that is not valid, or that of a limit of its caller. */
const refusalOf = (error: HubError, status: number): GraphQLError =>
  new GraphQLError(error.message, {
    originalError: error,
    extensions: { code: error.code, http: { status } },
  });
