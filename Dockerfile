# One image for the web processes and the engine; compose.yaml says which is which.
FROM node:20-bookworm-slim

# The native program reads scans twice as fast as the one among the npm packages, which is used without it.
RUN apt-get update \
  && apt-get install -y --no-install-recommends tesseract-ocr tini \
  && rm -rf /var/lib/apt/lists/*

WORKDIR /intray
COPY package.json package-lock.json ./
# Of onnxruntime-web Node takes one entry and one wasm file; the rest, for browsers and graphics cards, is 80 MB. Of
# tesseract's data the engine takes the best ones.
RUN npm ci --no-audit --no-fund \
  && find node_modules/onnxruntime-web/dist -type f ! -name 'ort.node.min.*js' ! -name 'ort-wasm-simd-threaded.mjs' \
    ! -name 'ort-wasm-simd-threaded.wasm' -delete \
  && find node_modules/@tesseract.js-data -path '*/4.0.0/*' -delete
COPY . .
RUN npm run build && mkdir /data && chown -R node:node /data .next

USER node
ENV NODE_ENV=production INTRAY_DATA_DIR=/data HOST=0.0.0.0
VOLUME /data
EXPOSE 3000
ENTRYPOINT ["tini", "--"]
CMD ["node", "-C", "react-server", "--import", "tsx", "start/main.ts"]
