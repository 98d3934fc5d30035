# The hub on a server of your own; docs/hosting.md says how to build and run it.
FROM node:24.21.0-slim AS build
WORKDIR /hub
COPY . .
# npm ci also builds what is served, and a data folder with everything that comes with the hub.
RUN npm ci --no-audit --no-fund && npm prune --omit=dev --no-audit --no-fund

FROM node:24.21.0-slim
# Inside the container every address is right: what is reachable from outside is decided when it is started.
ENV NODE_ENV=production VICINATO_DATA_DIR=/data VICINATO_HOST=0.0.0.0
WORKDIR /hub
COPY --from=build /hub/package.json /hub/LICENSE ./
COPY --from=build /hub/node_modules ./node_modules
COPY --from=build /hub/data ./data
COPY --from=build /hub/schema ./schema
COPY --from=build /hub/dist ./dist
RUN install --directory --owner=node --group=node --mode=700 /data
USER node
VOLUME /data
EXPOSE 4000
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT || 4000}/status`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "dist/server/local.js"]
