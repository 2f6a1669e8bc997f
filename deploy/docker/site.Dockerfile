# One of the three sites: docker build -f deploy/docker/site.Dockerfile --build-arg APP=landing .
FROM node:22.21.1-bookworm-slim AS prune
ARG APP
WORKDIR /repo
COPY . .
RUN npx --yes turbo@2.11.11 prune @oto/$APP --docker

FROM node:22.21.1-bookworm-slim AS build
ARG APP
ENV DO_NOT_TRACK=1 NEXT_TELEMETRY_DISABLED=1 NEXT_OUTPUT=standalone
WORKDIR /repo
COPY --from=prune /repo/out/json/ ./
RUN npm ci --no-audit --no-fund
COPY --from=prune /repo/out/full/ ./
COPY deploy/docker deploy/docker
RUN npm run build --workspace=@oto/$APP
RUN mkdir -p apps/$APP/public && cp -r apps/$APP/public apps/$APP/.next/standalone/apps/$APP/
RUN cp -r apps/$APP/.next/static apps/$APP/.next/standalone/apps/$APP/.next/static
RUN cp --parents deploy/docker/*.mjs apps/$APP/.next/standalone

FROM node:22.21.1-bookworm-slim AS run
ARG APP
ENV APP=$APP
ENV NODE_ENV=production OTO_ENV=production HOSTNAME=0.0.0.0 PORT=3000 NEXT_TELEMETRY_DISABLED=1
# Any variable may come from a file: NAME_FILE=/run/secrets/name.
ENV NODE_OPTIONS=--import=/app/deploy/docker/secrets.mjs
WORKDIR /app
COPY --from=build --chown=node:node /repo/apps/$APP/.next/standalone/ ./
USER node
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s --retries=3 CMD ["node", "deploy/docker/healthy.mjs"]
CMD ["sh", "-c", "exec node apps/$APP/server.js"]
