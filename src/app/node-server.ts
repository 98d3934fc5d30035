import { createServer, type RequestListener, type Server } from "node:http";

/**
 * Clients that connect and say nothing, or not all, keep a socket and a buffer each. They are closed within 15 seconds, whatever
 * part of a request they have sent; a request body of the largest size needs 8 kB a second for that.
 */
export const createHubServer = (listener: RequestListener): Server =>
  createServer(
    { headersTimeout: 10_000, requestTimeout: 12_000, connectionsCheckingInterval: 1_000 },
    listener,
  );
