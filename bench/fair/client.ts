import { Agent, request } from "node:http";

/** A client with an address of its own: a machine has all of 127.0.0.0/8. */
export interface Client {
  readonly url: string;
  readonly address: string;
  readonly agent: Agent;
}

export const clientAt = (url: string, address: string, connections: number): Client => ({
  url: url.replace("localhost", "127.0.0.1"),
  address,
  agent: new Agent({ keepAlive: true, maxSockets: connections }),
});

export interface Answered {
  readonly status: number;
  readonly ms: number;
}

/** Asks a question and reads the whole answer. */
export const ask = (client: Client, query: string): Promise<Answered> =>
  new Promise((resolve, reject) => {
    const { url, address, agent } = client;
    const start = performance.now();
    const headers = { "content-type": "application/json" };
    const sent = request(url, { method: "POST", agent, localAddress: address, headers }, (answer) => {
      answer.resume();
      answer.on("end", () => resolve({ status: answer.statusCode!, ms: performance.now() - start }));
      answer.on("error", reject);
    });
    // The server may close an idle connection at the moment at which it is used again.
    sent.on("error", (error) =>
      sent.reusedSocket ? ask(client, query).then(resolve, reject) : reject(error),
    );
    sent.end(JSON.stringify({ query }));
  });

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
