import { readFileSync } from "node:fs";
import { createServer } from "node:http";

/** The least that Node can do: it reads a request and answers with the same bytes, or with 304 to who has them. */
const [port, answerFile] = process.argv.slice(2);
const body = answerFile === undefined ? Buffer.from('{"data":{}}') : readFileSync(answerFile);
const headers = {
  "content-type": "application/json; charset=utf-8",
  "content-length": body.length,
  etag: '"1"',
};
createServer((request, response) => {
  request.resume().once("end", () => {
    if (request.headers["if-none-match"] === headers.etag)
      response.writeHead(304, { etag: headers.etag }).end();
    else response.writeHead(200, headers).end(body);
  });
}).listen(Number(port), "127.0.0.1");
