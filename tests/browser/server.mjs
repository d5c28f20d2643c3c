/** A small static server for the built site, as a plain host would serve it: no rewriting, no listings. */

import { createReadStream, existsSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { createGzip } from "node:zlib";

/** The folder of the built site: SITE, or site/ at the top of the repository. */
export const SITE = resolve(process.env.SITE ?? fileURLToPath(new URL("../../site", import.meta.url)));

/** @type {Record<string, string>} */
const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".woff2": "font/woff2",
  ".xml": "application/xml; charset=utf-8",
};

/**
 * The path under which the built site expects to live, read from the canonical address of its front page.
 * @returns {string} with a slash at both ends, "/" for the root
 */
export function ownBase() {
  const canonical = /<link rel="canonical" href="([^"]+)"/.exec(readFileSync(join(SITE, "index.html"), "utf8"));
  if (!canonical) throw new Error("The front page has no canonical address.");
  return new URL(canonical[1]).pathname;
}

/**
 * Serves the site under one path and nothing beside it, so that a link that leaves the path is seen as broken.
 * @param {string} base path with a slash at both ends
 * @param {boolean} [packed] whether text is sent compressed, as a static host does
 * @returns {Promise<{origin: string, base: string, close: () => Promise<void>}>}
 */
export async function serve(base, packed = false) {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    if (!pathname.startsWith(base)) {
      response.writeHead(404, { "content-type": "text/plain; charset=utf-8" }).end("Outside the site.\n");
      return;
    }
    const asked = normalize(join(SITE, decodeURIComponent(pathname.slice(base.length))));
    let file = asked;
    if (asked.startsWith(SITE) && existsSync(asked) && statSync(asked).isDirectory()) {
      if (!pathname.endsWith("/")) {
        response.writeHead(301, { location: `${pathname}/` }).end();
        return;
      }
      file = join(asked, "index.html");
    }
    const found = file.startsWith(SITE) && existsSync(file);
    if (!found) file = join(SITE, "404.html");
    const type = TYPES[extname(file)] ?? "application/octet-stream";
    const pack = packed && /^(text\/|application\/json|application\/xml|image\/svg)/.test(type);
    response.writeHead(found ? 200 : 404, {
      "content-type": type,
      "cache-control": "max-age=600",
      ...(pack ? { "content-encoding": "gzip" } : {}),
    });
    const bytes = createReadStream(file);
    (pack ? bytes.pipe(createGzip()) : bytes).pipe(response);
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", () => done(undefined)));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The server has no port.");
  return {
    origin: `http://127.0.0.1:${address.port}`,
    base,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}
