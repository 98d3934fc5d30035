import Fastify from "fastify";
import mercurius from "mercurius";
import { listening, resolvers, typeDefs } from "./finished-answers.mjs";

/** Mercurius compiles an operation at its first request. */
const app = Fastify();
await app.register(mercurius, { schema: typeDefs, resolvers, jit: 1 });
await app.listen(listening);
