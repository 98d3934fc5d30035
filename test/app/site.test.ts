import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { text } from "node:stream/consumers";
import { GetObjectCommand, ListObjectsV2Command, S3Client } from "@aws-sdk/client-s3";
import { App, Stack } from "aws-cdk-lib";
import { Template } from "aws-cdk-lib/assertions";
import { SiteHeaders } from "../../infra/site-headers";
import { deploySite, type ResourceEvent } from "../../src/app/site/deploy-site";
import { siteObjects } from "../../src/app/site/site-objects";
import { siteBucket } from "../../src/storage/files/site-bucket";
import { bucketKey, bucketName, startBucket } from "../support/bucket";
import { startHub } from "../support/hub";

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "vicinato-site-"));
  const files = {
    "page/index.html": "<title>Page</title>",
    "page/index.html.gz": "zipped",
    "page/main-ABCD1234.js": "go()",
    "playground/index.html": "<title>Playground</title>",
    "reference.html": "<title>Schema</title>",
    "schema.graphql": "type Query",
  };
  for (const [name, content] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await writeFile(path.join(folder, name), content);
  }
});

afterAll(() => rm(folder, { recursive: true }));

/** CloudFormation, which waits for an answer at an address of its own. */
async function deploy(requestType: ResourceEvent["RequestType"], from: string) {
  const answers: Record<string, string>[] = [];
  const server = createServer(async (request, response) => {
    answers.push(JSON.parse(await text(request)));
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const event = {
    RequestType: requestType,
    ResponseURL: `http://127.0.0.1:${(server.address() as AddressInfo).port}/answer`,
    ...{ StackId: "stack", RequestId: "request", LogicalResourceId: "Files" },
    ResourceProperties: { bucket: bucketName },
  };
  await deploySite(event, { objects: () => siteObjects(from), bucket: siteBucket(bucketName) });
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  return answers;
}

test("a deployment writes every file under its address, with the headers of the hub, and says so", async () => {
  const bucket = await startBucket();
  const variables = {
    AWS_ACCESS_KEY_ID: bucketKey.accessKeyId,
    AWS_SECRET_ACCESS_KEY: bucketKey.secretAccessKey,
    AWS_ENDPOINT_URL_S3: bucket.endpoint,
    AWS_REGION: "eu-south-1",
  };
  Object.assign(process.env, variables);
  const [answer] = await deploy("Create", folder);
  expect(answer).toMatchObject({ Status: "SUCCESS", StackId: "stack", PhysicalResourceId: "site" });
  const client = new S3Client({});
  const { Contents = [] } = await client.send(new ListObjectsV2Command({ Bucket: bucketName }));
  const found = await Promise.all(
    Contents.map(async ({ Key }) => {
      const { ContentType, CacheControl } = await client.send(
        new GetObjectCommand({ Bucket: bucketName, Key }),
      );
      return [Key, ContentType, CacheControl];
    }),
  );
  const page = "text/html; charset=utf-8";
  expect(found).toEqual([
    ["embed", page, "no-cache"],
    ["page/index.html", page, "no-cache"],
    ["page/main-ABCD1234.js", "text/javascript; charset=utf-8", "public, max-age=31536000, immutable"],
    ["playground/", page, "no-cache"],
    ["playground/index.html", page, "no-cache"],
    ["schema", "text/html; charset=UTF-8", "no-cache"],
    ["schema.graphql", "text/plain; charset=UTF-8", "no-cache"],
  ]);
  const [failed] = await deploy("Update", path.join(folder, "nothing"));
  expect(failed).toMatchObject({ Status: "FAILED", Reason: expect.stringContaining("were not written") });
  expect(await deploy("Delete", folder)).toMatchObject([{ Status: "SUCCESS" }]);
  for (const name of Object.keys(variables)) delete process.env[name];
  await bucket.close();
});

test("the edge says with these files what the hub itself says", async () => {
  const stack = new Stack(new App(), "headers");
  new SiteHeaders(stack, "Headers");
  const policies = Object.entries(
    Template.fromStack(stack).findResources("AWS::CloudFront::ResponseHeadersPolicy"),
  );
  const hub = await startHub({
    pageDir: path.join(folder, "page"),
    playgroundDir: path.join(folder, "playground"),
  });
  for (const [name, address] of [
    ["Start", "/"],
    ["Embedded", "/embed"],
    ["Page", "/page/main-ABCD1234.js"],
    ["Playground", "/playground/"],
    ["Document", "/schema"],
    ["Text", "/schema.graphql"],
  ] as const) {
    const { headers } = await hub.request(address);
    const [, { Properties }] = policies.find(([id]) => id.startsWith(`Headers${name}`))!;
    expect([address, headersIn(Properties.ResponseHeadersPolicyConfig)]).toEqual([
      address,
      ofBrowsers(headers),
    ]);
  }
});

/** Those of a file itself, of the caches, and of one answer. */
const others =
  /^(access-control-expose-headers|cache-control|content-(encoding|length|type)|etag|vary|x-request-id|date)$/;

const ofBrowsers = (headers: Headers) =>
  Object.fromEntries([...headers].filter(([name]) => !others.test(name)));

// biome-ignore lint/suspicious/noExplicitAny: a template has no types.
function headersIn({ SecurityHeadersConfig: security, CustomHeadersConfig, CorsConfig }: any) {
  const { ContentSecurityPolicy: policy, FrameOptions: frame } = security;
  const { AccessControlMaxAgeSec: age } = security.StrictTransportSecurity;
  return Object.fromEntries(
    [
      ...CustomHeadersConfig.Items.map(({ Header, Value }: { Header: string; Value: string }) => [
        Header,
        Value,
      ]),
      ["access-control-allow-origin", CorsConfig.AccessControlAllowOrigins.Items[0]],
      ["content-security-policy", policy?.ContentSecurityPolicy],
      ["referrer-policy", security.ReferrerPolicy.ReferrerPolicy],
      ["strict-transport-security", `max-age=${age}; includeSubDomains`],
      ["x-content-type-options", security.ContentTypeOptions && "nosniff"],
      ["x-frame-options", frame?.FrameOption],
      ["x-xss-protection", security.XSSProtection.Protection ? "1" : "0"],
    ].filter(([, value]) => value !== undefined),
  );
}
