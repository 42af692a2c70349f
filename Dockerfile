# One image for the web processes and the engine; compose.yaml says which is which.
FROM node:20-bookworm-slim

# The native program reads scans twice as fast as the one among the npm packages, which is used without it.
RUN apt-get update \
  && apt-get install -y --no-install-recommends tesseract-ocr tesseract-ocr-eng tesseract-ocr-spa tini \
  && rm -rf /var/lib/apt/lists/*

WORKDIR /intray
COPY package.json package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY . .
RUN npm run build && mkdir /data && chown -R node:node /data .next

USER node
ENV NODE_ENV=production INTRAY_DATA_DIR=/data HOST=0.0.0.0
VOLUME /data
EXPOSE 3000
ENTRYPOINT ["tini", "--"]
CMD ["node", "-C", "react-server", "--import", "tsx", "start/main.ts"]
