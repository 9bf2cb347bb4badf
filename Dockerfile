# syntax=docker/dockerfile:1
# One image for every role: ROLE=api, worker or all.

FROM node:20-bookworm-slim AS build
WORKDIR /yoriai
COPY package.json package-lock.json .npmrc ./
COPY libs/domain/package.json libs/domain/
COPY libs/embedded-postgres/package.json libs/embedded-postgres/
COPY apps/api/package.json apps/api/
COPY apps/web/package.json apps/web/
COPY apps/web-e2e/package.json apps/web-e2e/
COPY bench/package.json bench/
RUN npm ci --no-audit --no-fund
COPY . .
RUN npm run build

FROM node:20-bookworm-slim
ENV NODE_ENV=production
WORKDIR /yoriai
# The build puts packages and our own code into a few files; of packages only machine code stands beside them, and no database.
COPY --from=build /yoriai/node_modules/@node-rs node_modules/@node-rs
COPY --from=build /yoriai/apps/api/package.json apps/api/package.json
COPY --from=build /yoriai/apps/api/dist/server apps/api/dist/server
COPY --from=build /yoriai/apps/web/dist apps/web/dist
COPY LICENSE ./
USER node
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT || 3000}/healthz`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--enable-source-maps", "apps/api/dist/server/main.js"]
