import { type APIGatewayProxyResult, handle, type LambdaContext, type LambdaEvent } from "hono/aws-lambda";
import type { HttpApp } from "./base-app";

export type LambdaHandler = (event: LambdaEvent, context?: LambdaContext) => Promise<APIGatewayProxyResult>;

/**
 * The application as a Lambda function behind API Gateway. A GET may carry content, which has no meaning (RFC 9110,
 * 9.3.1), but a `Request` cannot: the content is dropped, so that the event is not rejected as broken.
 * @param asBytes for answers whose bytes count: as text they would lose a byte order mark, and letters at the ends of a part.
 */
export function lambdaHandler(app: HttpApp, { asBytes = false } = {}): LambdaHandler {
  const handler = handle(app, asBytes ? { isContentTypeBinary: () => true } : undefined);
  return async (event, context) => compact(await handler(withoutIdleBody(event), context));
}

/** Characters of a text above which it is sent as bytes. */
const longText = 1_000_000;

/** A result is JSON, in which quotes and line breaks of a text take two bytes each: base64 adds a third, whatever is in it. */
function compact(result: APIGatewayProxyResult): APIGatewayProxyResult {
  if (result.isBase64Encoded || result.body.length <= longText) return result;
  return { ...result, body: Buffer.from(result.body).toString("base64"), isBase64Encoded: true };
}

function withoutIdleBody(event: LambdaEvent): LambdaEvent {
  if (!("rawPath" in event)) return event;
  const { method } = event.requestContext.http;
  return method === "GET" || method === "HEAD" ? { ...event, body: null } : event;
}
