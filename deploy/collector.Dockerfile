# The edge agent alone, for a host beside the machines: of the repository only what it needs.
FROM node:24-bookworm-slim AS packages
WORKDIR /app
COPY . .
RUN npm ci --omit=dev --workspace @machshop/collectors --no-audit --no-fund

FROM node:24-bookworm-slim
ENV NODE_ENV=production
WORKDIR /app
COPY --from=packages --chown=root:root /app/package.json ./
COPY --from=packages --chown=root:root /app/node_modules node_modules
COPY --from=packages --chown=root:root /app/collectors collectors
COPY --from=packages --chown=root:root /app/packages/telemetry packages/telemetry
COPY --from=packages --chown=root:root /app/schema schema
# the buffer and the certificates: what must outlive the container
RUN mkdir -p /var/lib/machshop && chown node:node /var/lib/machshop
VOLUME /var/lib/machshop
USER node
EXPOSE 9464
CMD ["node", "collectors/src/main.ts", "--config", "/etc/machshop/edge.yaml"]
