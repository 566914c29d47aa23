// The means of the tests in a browser: sites that the real program builds or serves,
// a static host with a strict policy, and pages that remember whatever went wrong.
//
// Owns starting and ending of everything; a test ends what it began with `t.after`,
// which each function here that takes the test's context `t` does by itself.

import { spawn, execFile } from 'node:child_process';
import { createServer } from 'node:http';
import { cp, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, extname, join, normalize, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { chromium } from 'playwright-core';

const run = promisify(execFile);

/** The project's folder, which is the sample blog as well. */
export const PROJECT = resolve(import.meta.dirname, '../..');

/** "Now" of every site, so that drafts and deadlines of the sample don't rot. */
export const NOW = '2026-11-23T12:00:00Z';

/** Nothing but the site's own files: the strictest policy that a host may set. */
export const STRICT =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; media-src 'self'; " +
  "connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

const TYPES = {
  '.html': 'text/html; charset=utf-8', '.css': 'text/css; charset=utf-8', '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json', '.svg': 'image/svg+xml', '.png': 'image/png', '.jpg': 'image/jpeg', '.ico': 'image/x-icon',
  '.webp': 'image/webp', '.gif': 'image/gif', '.xml': 'application/xml', '.txt': 'text/plain; charset=utf-8',
  '.opml': 'text/x-opml', '.webmanifest': 'application/manifest+json', '.woff2': 'font/woff2',
};

/** A temporary folder that goes away after the test. */
export async function folder(t) {
  const path = await mkdtemp(join(tmpdir(), 'nitton-browser-'));
  t.after(() => rm(path, { recursive: true, force: true }));
  return path;
}

/** A site of its own: `files` maps paths to texts; a minimal `site.yaml` and an author come along. */
export async function site(t, files = {}) {
  const root = await folder(t);
  const all = {
    'site.yaml': 'title: Provblogg\nbase_url: https://blogg.example.se/\n',
    'content/authors/asa.md': '---\nname: Åsa Lind\n---\n\nSkriver.\n',
    ...files,
  };
  for (const [path, text] of Object.entries(all)) await write(root, path, text);
  return root;
}

/** A copy of the sample blog that a test may edit. */
export async function sample(t) {
  const root = await folder(t);
  for (const part of ['site.yaml', 'content', 'static']) await cp(join(PROJECT, part), join(root, part), { recursive: true });
  return root;
}

/** Writes a file of a site. */
export async function write(root, path, text) {
  await mkdir(dirname(join(root, path)), { recursive: true });
  await writeFile(join(root, path), text);
}

/** Replaces text in a file of a site; the text must be there. */
export async function edit(root, path, from, to) {
  const text = await readFile(join(root, path), 'utf8');
  if (!text.includes(from)) throw new Error(`${path} has no ${JSON.stringify(from)}`);
  await writeFile(join(root, path), text.replace(from, to));
}

/** Builds a site into a folder of its own; gives the folder. */
export async function build(t, root = PROJECT, args = []) {
  const out = join(await folder(t), 'site');
  await run(process.env.NITTON, ['build', '--root', root, '--output-dir', out, '--now', NOW, ...args]);
  return out;
}

/**
 * A static host, as plain as they come, under a strict policy: gives its address, `http://127.0.0.1:PORT`.
 * With `cache`, a map, it has a cache before it that keeps what is asked for with a query, as the browser may for a
 * year; `change` may give other bytes for a file.
 */
export async function host(t, dir, { policy = STRICT, cache, change = (path, bytes) => bytes } = {}) {
  const server = createServer(async (request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url, 'http://host').pathname));
    const answer = (status, file, bytes) => {
      const type = TYPES[extname(file)] ?? 'application/octet-stream';
      const kept = cache && request.url.includes('?') ? { 'Cache-Control': 'max-age=31536000, immutable' } : {};
      response.writeHead(status, { 'Content-Type': type, 'Content-Security-Policy': policy, 'X-Content-Type-Options': 'nosniff', ...kept });
      response.end(request.method === 'HEAD' ? undefined : bytes);
      if (kept['Cache-Control']) cache.set(request.url, [status, file, bytes]);
    };
    if (cache?.has(request.url)) return answer(...cache.get(request.url));
    try {
      const found = await stat(join(dir, path));
      if (found.isDirectory() && !path.endsWith('/')) return response.writeHead(301, { Location: `${path}/` }).end();
      const file = found.isDirectory() ? join(dir, path, 'index.html') : join(dir, path);
      answer(200, file, await change(path, await readFile(file)));
    } catch {
      answer(404, '404.html', await readFile(join(dir, '404.html')).catch(() => 'Not found'));
    }
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  t.after(() => { server.closeAllConnections(); server.close(); });
  return `http://127.0.0.1:${server.address().port}`;
}

/**
 * Runs `nitton serve` until the test ends or `stop()`; gives its address without the
 * last slash, the port, the process, and all that it has printed so far.
 */
export async function serve(t, root, args = []) {
  const child = spawn(process.env.NITTON, ['serve', '--root', root, '--now', NOW, ...(args.includes('--port') ? [] : ['--port', '0']), ...args], { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, NITTON_LANG: 'en' } });
  const ended = new Promise((done) => child.once('exit', done));
  const stop = async (signal = 'SIGINT') => { child.kill(signal); return ended; };
  t.after(() => stop('SIGKILL'));
  const printed = [];
  const url = await new Promise((found, failed) => {
    for (const stream of [child.stdout, child.stderr]) {
      createInterface({ input: stream }).on('line', (line) => {
        printed.push(line);
        const address = /http:\/\/(?:127\.0\.0\.1|localhost):\d+\/\S*/.exec(line);
        if (address) found(address[0]);
      });
    }
    child.once('exit', (code) => failed(new Error(`serve ended with ${code}: ${printed.join('\n')}`)));
  });
  return { url: url.replace(/\/$/, ''), port: Number(new URL(url).port), child, printed, stop, ended };
}

/** A browser for all tests of a file: call it at the top, with `after` of node:test. */
export async function browser(after, args = []) {
  const started = await chromium.launch({
    executablePath: process.env.CHROMIUM,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', ...args],
  });
  after(() => started.close());
  return started;
}

/**
 * A page in a context of its own. `page.problems` lists what must not be: errors on
 * the console (violations of a policy are among them), exceptions, failed requests,
 * and requests to another origin than the first one asked for.
 */
export async function open(t, started, url, { width = 1280, height = 900, dark = false, script = true, ...more } = {}) {
  const context = await started.newContext({
    viewport: { width, height }, colorScheme: dark ? 'dark' : 'light', javaScriptEnabled: script, locale: 'sv-SE', ...more,
  });
  t.after(() => context.close());
  const page = await context.newPage();
  page.problems = [];
  const origin = new URL(url).origin;
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) page.problems.push(`console: ${message.text()} (${message.location().url})`);
  });
  page.on('pageerror', (error) => page.problems.push(`exception: ${error.message}`));
  page.on('requestfailed', (request) => page.problems.push(`failed: ${request.url()} ${request.failure()?.errorText}`));
  page.on('request', (request) => {
    const target = new URL(request.url());
    if (/^https?:$/.test(target.protocol) && target.origin !== origin) page.problems.push(`other origin: ${request.url()}`);
  });
  await page.goto(url);
  return page;
}

/** Writes a screenshot of the whole page where a person can look at it. */
export async function shot(page, name, { fullPage = true } = {}) {
  const path = join(process.env.SHOTS ?? join(PROJECT, 'target/tmp/screenshots'), `${name}.png`);
  await mkdir(dirname(path), { recursive: true });
  await page.screenshot({ path, fullPage });
}
