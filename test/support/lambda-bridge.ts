import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import type {
  APIGatewayProxyEventV2 as GatewayEvent,
  APIGatewayProxyStructuredResultV2 as GatewayResult,
} from "aws-lambda";
import type { LambdaEvent } from "hono/aws-lambda";
import type { LambdaHandler } from "../../src/app/lambda-handler";

export interface GatewayRequest {
  readonly method: string;
  /** Path and query string. */
  readonly target: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Buffer | string;
}

/** What an HTTP API of API Gateway makes of a request: payload format 2.0. */
export function gatewayEvent({ method, target, headers = {}, body = "" }: GatewayRequest): GatewayEvent {
  const [rawPath = "/", rawQueryString = ""] = target.split(/\?(.*)/s);
  const { cookie, ...others } = headers;
  const bytes = Buffer.from(body);
  const binary = !isText(headers["content-type"]) || "content-encoding" in headers;
  return {
    version: "2.0",
    routeKey: "$default",
    rawPath,
    rawQueryString,
    ...(cookie !== undefined && { cookies: cookie.split("; ") }),
    headers: { host: "api.example", ...others },
    requestContext: {
      accountId: "123456789012",
      apiId: "api",
      domainName: "api.example",
      domainPrefix: "api",
      http: { method, path: rawPath, protocol: "HTTP/1.1", sourceIp: "192.0.2.1", userAgent: "test" },
      requestId: "request-of-the-gateway",
      routeKey: "$default",
      stage: "$default",
      time: "01/Jan/2026:00:00:00 +0000",
      timeEpoch: 1767225600000,
    },
    ...(bytes.length > 0 && { body: bytes.toString(binary ? "base64" : "utf8") }),
    isBase64Encoded: bytes.length > 0 && binary,
  };
}

/** The gateway passes these on as text and everything else in base64. */
const isText = (contentType = "text/plain"): boolean =>
  /^(text\/|application\/(json|javascript|xml)\b)/i.test(contentType);

/** Calls a handler as Lambda does. */
export const invoke = async (handler: LambdaHandler, request: GatewayRequest): Promise<GatewayResult> =>
  (await handler(gatewayEvent(request) as unknown as LambdaEvent)) as GatewayResult;

/** The content of an answer as bytes. */
export const bodyOf = ({ body = "", isBase64Encoded = false }: GatewayResult): Buffer =>
  Buffer.from(body, isBase64Encoded ? "base64" : "utf8");

/**
 * An API Gateway on loopback in front of a handler.
 * @param overwritePath sends every request to one path, as the parameter mapping of that name does.
 */
export async function startGateway(
  handler: LambdaHandler,
  { overwritePath }: { readonly overwritePath?: string } = {},
): Promise<{ readonly url: string; close(): Promise<void> }> {
  const server: Server = createServer(async (request, response) => {
    const result = await invoke(handler, {
      method: request.method!,
      target: overwritePath === undefined ? request.url! : request.url!.replace(/^[^?]*/, overwritePath),
      headers: headersOf(request),
      body: await buffer(request),
    }).catch((): GatewayResult => ({ statusCode: 500, body: '{"message":"Internal Server Error"}' }));
    const body = bodyOf(result);
    for (const [name, value] of Object.entries(result.headers ?? {})) response.setHeader(name, String(value));
    if (result.cookies) response.setHeader("set-cookie", result.cookies);
    response.setHeader("content-length", body.length);
    response.writeHead(result.statusCode ?? 200).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Lower case, one value each. */
const headersOf = (request: IncomingMessage): Record<string, string> =>
  Object.fromEntries(
    Object.entries(request.headers).map(([name, value = ""]) => [
      name,
      Array.isArray(value) ? value.join(",") : value,
    ]),
  );
