# One image for web, worker and command line. The database is the one of compose.yaml (DATABASE_URL).
FROM node:24-bookworm-slim
WORKDIR /app
RUN chown node:node /app
USER node
COPY --chown=node:node package.json package-lock.json .npmrc ./
RUN npm ci --no-audit --no-fund
COPY --chown=node:node . .
# The launcher's own build, so that it is known as fresh when the container starts.
RUN node --input-type=module -e "const { buildWeb } = await import('/app/lib/cli/up/buildWeb.ts'); \
  await buildWeb('/app', new AbortController().signal)"
ENV HOST=0.0.0.0 PORT=3000 DATA_DIR=/app/.data
RUN mkdir .data
VOLUME /app/.data
EXPOSE 3000
STOPSIGNAL SIGTERM
CMD ["node", "lib/cli/bootstrap.mjs", "up"]
