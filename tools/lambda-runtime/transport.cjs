// The three calls that the runtime interface client makes in C++, over node:http. Loaded before it, and used unless its native part was
// compiled: that takes minutes, for a part that only sends and receives.
const { existsSync } = require("node:fs");
const Module = require("node:module");
const path = require("node:path");
const { MessageChannel, Worker, receiveMessageOnPort } = require("node:worker_threads");

const native = path.join(__dirname, "node_modules/aws-lambda-ric/rapid-client.node");
const base = `http://${process.env.AWS_LAMBDA_RUNTIME_API}/2018-06-01/runtime/invocation/`;

/** Sends from another thread, so that this one can wait: the native part too returns only when the answer was taken. */
function sender() {
  const { port1, port2 } = new MessageChannel();
  const turn = new Int32Array(new SharedArrayBuffer(4));
  const worker = new Worker(sendingThread, {
    eval: true,
    env: {},
    workerData: { base, port: port2, turn },
    transferList: [port2],
  });
  worker.unref();
  return (target, headers, body) => {
    const before = Atomics.load(turn, 0);
    port1.postMessage({ target, headers, body });
    Atomics.wait(turn, 0, before);
    const { status, error } = receiveMessageOnPort(port1).message;
    // The native part says the same, and goes on.
    if (status !== 202)
      process.stderr.write(
        `LAMBDA_RUNTIME Failed to post ${target}. Http response code: ${status ?? error}.\n`,
      );
  };
}

const sendingThread = `
  const { request } = require("node:http");
  const { workerData: { base, port, turn } } = require("node:worker_threads");
  const done = (outcome) => {
    port.postMessage(outcome);
    Atomics.add(turn, 0, 1);
    Atomics.notify(turn, 0);
  };
  port.on("message", ({ target, headers, body }) => {
    const bytes = Buffer.from(body);
    const options = { method: "POST", headers: { ...headers, "content-length": bytes.length } };
    const sent = request(base + target, options, (response) => {
      response.resume().on("end", () => done({ status: response.statusCode }));
    });
    sent.on("error", (error) => done({ error: error.message }));
    sent.end(bytes);
  });
`;

function overHttp() {
  const { get } = require("node:http");
  const post = sender();
  const json = { "content-type": "application/json" };
  return {
    next: () =>
      new Promise((resolve, reject) => {
        get(`${base}next`, (response) => {
          let bodyJson = "";
          response.setEncoding("utf8").on("data", (part) => {
            bodyJson += part;
          });
          response.on("end", () => resolve({ bodyJson, headers: response.headers }));
        }).on("error", reject);
      }),
    done: (id, body) => post(`${id}/response`, json, body),
    error: (id, body, cause) =>
      post(`${id}/error`, { ...json, "lambda-runtime-function-xray-error-cause": cause }, body),
  };
}

const load = Module._load;
Module._load = function (request, ...rest) {
  return request === "./rapid-client.node" && !existsSync(native)
    ? overHttp()
    : load.call(this, request, ...rest);
};
