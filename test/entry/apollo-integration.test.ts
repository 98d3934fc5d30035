import { ApolloServer } from "@apollo/server";
import { defineIntegrationTestSuite } from "@apollo/server-integration-testsuite";
import { createGraphqlApp } from "../../src/app/http-app";
import { lambdaHandler } from "../../src/app/lambda-handler";
import { startGateway } from "../support/lambda-bridge";

/** Apollo's own tests of an integration, through the code path that is deployed. */
defineIntegrationTestSuite(
  async (config, options) => {
    const server = new ApolloServer(config);
    server.startInBackgroundHandlingStartupErrorsByLoggingAndFailingAllRequests();
    const app = createGraphqlApp({
      server,
      contextOf: async () => options?.context?.() ?? {},
      log: () => undefined,
    });
    const gateway = await startGateway(lambdaHandler(app), { overwritePath: "/graphql" });
    return { server, url: gateway.url, extraCleanup: gateway.close };
  },
  { serverIsStartedInBackground: true, noIncrementalDelivery: true },
);
