# One image for the API, the workers and every command: docker build -f deploy/docker/server.Dockerfile .
# What a container runs is its command; see docker-compose.yml.
FROM node:22.21.1-bookworm-slim AS prune
WORKDIR /repo
COPY . .
RUN npx --yes turbo@2.11.11 prune @oto/api @oto/workers @oto/db --docker

FROM node:22.21.1-bookworm-slim AS build
ENV DO_NOT_TRACK=1 TURBO_TELEMETRY_DISABLED=1 CHECKPOINT_DISABLE=1
WORKDIR /repo
COPY --from=prune /repo/out/json/ ./
RUN npm ci --no-audit --no-fund
COPY --from=prune /repo/out/full/ ./
COPY tooling/bundle.mjs tooling/bundle.mjs
COPY deploy/docker deploy/docker
RUN npx turbo run generate build --filter=@oto/api --filter=@oto/workers --filter=@oto/db
RUN node deploy/docker/runtime-packages.mjs image apps/api/dist/*.mjs apps/workers/dist/*.mjs packages/db/dist/*.mjs
RUN cp --parents -r apps/*/dist packages/db/dist packages/db/prisma packages/db/catalogue deploy/docker/*.mjs package.json image
RUN mkdir -p image/data

FROM node:22.21.1-bookworm-slim AS run
ENV NODE_ENV=production OTO_ENV=production OTO_BIND=0.0.0.0 OTO_DATA_DIR=/app/data
# Any variable may come from a file: NAME_FILE=/run/secrets/name.
ENV NODE_OPTIONS=--import=/app/deploy/docker/secrets.mjs
WORKDIR /app
COPY --from=build --chown=node:node /repo/image/ ./
USER node
EXPOSE 4000 4100
HEALTHCHECK --interval=10s --timeout=5s --start-period=40s --retries=3 CMD ["node", "deploy/docker/healthy.mjs"]
CMD ["node", "--enable-source-maps", "apps/api/dist/main.mjs"]
