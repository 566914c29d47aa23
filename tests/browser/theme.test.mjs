// The default theme, as readers meet it: every kind of page, narrow and wide, light and
// dark, by keyboard, on paper, without script. Screenshots go where a person can look.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { browser, build, host, open, shot, site } from './harness.mjs';

const started = await browser(after);
const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Every kind of page of the sample blog. */
const KINDS = {
  start: '/', 'start-2': '/sida/2/', post: '/2021/04/atta-partnerskap/', 'post-comments': '/2021/05/unga-ska-fragas/',
  'post-english': '/2021/04/eight-partnerships/', page: '/om/', contact: '/kontakt/', privacy: '/integritet/', rules: '/kommentarsregler/',
  statement: '/tillganglighet/', author: '/skribenter/asa-ekmark/', 'author-plain': '/skribenter/leila-samarin/', authors: '/skribenter/',
  network: '/natverk/kommunala-partnerskap-1/', networks: '/natverk/', tag: '/etiketter/partnerskap/', tags: '/etiketter/',
  archive: '/arkiv/', year: '/arkiv/2021/', subscribe: '/prenumerera/', corrections: '/rattelser/', search: '/sok/', 'not-found': '/404.html',
  moved: '/lund/',
};

const LONG = 'diskrimineringsombudsmannamyndigheten';
const post = (title, more, body = 'Text.') => `---\ntitle: ${title}\nauthors: [asa, Kim Plain]\ntags: [unga]\n${more}---\n\n${body}\n`;

/** What the sample does not show: every state of comments, a call to action before and after its day, all of Markdown. */
const SPECIMEN = {
  'site.yaml': 'title: Provblogg\ndescription: Om allt\nbase_url: https://blogg.example.se/\npaginate_by: 2\ncomments: {default: closed, max_length: 900, email: k@example.se}\ncontact: k@example.se\n',
  'content/posts/2026-01-01-mailto.md': post('Mailto', 'comments: mailto\ncta: {text: Anmäl dig, url: "mailto:a@example.se", deadline: 2027-01-01}\n'),
  'content/posts/2026-01-02-trad.md': post('Tråd', 'comments: {state: thread, thread: "https://example.se/t"}\ncta: {text: Anmäl dig, url: "https://example.se/", deadline: 2026-01-05}\n'),
  'content/posts/2026-01-03-av.md': post('Av', 'comments: off\n'),
  'content/posts/2026-01-04-stangt.md': post('Stängt', 'comments: {state: closed, closed_on: 2026-02-01}\n'),
  'content/posts/2026-01-05-allt.md': post(`Om ${LONG} och annat`, 'comments: off\ncorrections: [{date: 2026-01-06, text: "**Fel** blev rätt."}]\n', `
En [länk](https://example.se/), \`kod\`, ~~struket~~ och en fotnot.[^1] ${LONG}

## Rubrik ett

> [!WARNING]
> Se upp.

> Den som talar säger något.
>
> — Artikel 19

## Rubrik två

| Kommun | Partner | Land | Tema | Belopp |
|---|:---:|---|---|---:|
| Piteå | Chinsali | Zambia | jämställdhet och delaktighet | 300 000 |

- [x] klart
- [ ] inte klart

## Rubrik tre ${LONG}

\`\`\`
en ganska lång rad med kod som inte får plats på en liten skärm och därför rullar i sidled
\`\`\`

1. Ett
   - två

[^1]: Noten.
`),
};

const VIEWS = [320, 1280].flatMap((width) => [false, true].map((dark) => ({ width, dark })));
const named = ({ width, dark }) => `${width}-${dark ? 'dark' : 'light'}`;

/** All that axe finds, best practices included, as lines that say where. */
async function violations(page) {
  await page.evaluate(axe);
  const found = await page.evaluate(() => {
    // In forced colours the reader's own are used, which axe can't see.
    const forced = matchMedia('(forced-colors: active)').matches;
    return window.axe.run(document, { rules: { 'color-contrast': { enabled: !forced } } });
  });
  return found.violations.flatMap(({ id, help, nodes }) => nodes.map((node) => `${id}: ${help}: ${node.target} ${node.failureSummary}`));
}

async function sound(page, what) {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  assert.ok(wide <= 0, `${what} is ${wide} pixels wider than the window`);
  assert.deepEqual(await violations(page), [], what);
  // What a page had not fetched yet when one went on is no failure of the next.
  assert.deepEqual(page.problems.filter((problem) => !problem.endsWith('net::ERR_ABORTED')), [], what);
}

/** Goes on to another page in the same context, and waits for its pictures and its face. */
async function go(page, url) {
  page.problems.length = 0;
  await page.goto(url);
  await page.evaluate(async () => {
    for (const image of document.images) image.loading = 'eager';
    await Promise.all([document.fonts.ready, ...[...document.images].map((image) => image.decode())]);
  });
}

for (const view of VIEWS) {
  test(`every kind of page, ${named(view)}`, async (t) => {
    const address = await host(t, await build(t));
    // What somebody sees whose browser does not follow a redirect.
    const stay = (html) => html.replace(/<meta http-equiv="refresh"[^>]*>/, '');
    const page = await open(t, started, `${address}/`, view);
    await page.route('**/lund/', async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: stay(await response.text()) });
    });
    for (const [kind, path] of Object.entries(KINDS)) {
      await go(page, address + path);
      await shot(page, `${kind}-${named(view)}`);
      await sound(page, `${kind} ${named(view)}`);
    }
  });

  test(`everything that a post can have, ${named(view)}`, async (t) => {
    const address = await host(t, await build(t, await site(t, SPECIMEN)));
    const page = await open(t, started, `${address}/`, view);
    for (const slug of ['mailto', 'trad', 'av', 'stangt', 'allt']) {
      await go(page, `${address}/2026/01/${slug}/`);
      await shot(page, `specimen-${slug}-${named(view)}`);
      await sound(page, `${slug} ${named(view)}`);
      assert.equal(await page.locator('#comments').count(), slug === 'av' || slug === 'allt' ? 0 : 1, slug);
    }
    await go(page, `${address}/2026/01/trad/`);
    assert.equal(await page.locator('.cta a').count(), 0, 'what is past is no link');
  });
}

test('forced colours, more contrast, and a window of 320 pixels at 400 %', async (t) => {
  const address = await host(t, await build(t));
  const page = await open(t, started, `${address}/`, { forcedColors: 'active' });
  for (const kind of ['start', 'post', 'network']) {
    await go(page, address + KINDS[kind]);
    await shot(page, `${kind}-forced-colours`);
    await sound(page, `${kind} in forced colours`);
  }
  const more = await open(t, started, `${address}/`, { contrast: 'more' });
  await sound(more, 'the start page with more contrast');
  const zoomed = await open(t, started, address + KINDS.post, { width: 320, height: 225, deviceScaleFactor: 4 });
  await sound(zoomed, 'the post at 400 %');
});

/** What stands behind a link. */
const mark = (links) => links.first().evaluate((link) => getComputedStyle(link, '::after').content);

test('links that lead out of the blog are marked, and no others', async (t) => {
  const address = await host(t, await build(t));
  const page = await open(t, started, `${address}/2023/05/what-a-city-promises/`);
  assert.match(await mark(page.locator('.text a[href^="http"]')), /↗/);
  assert.equal(await mark(page.locator('.text a[href^="/"]')), 'none');
});

test('reading order and direction from right to left', async (t) => {
  const root = await site(t, { ...SPECIMEN, 'site.yaml': `${SPECIMEN['site.yaml']}language: yi\n` });
  const address = await host(t, await build(t, root));
  for (const width of [320, 1280]) {
    const page = await open(t, started, `${address}/2026/01/allt/`, { width });
    assert.equal(await page.evaluate(() => getComputedStyle(document.body).direction), 'rtl');
    await shot(page, `rtl-${width}`);
    await sound(page, `right to left ${width}`);
    const [name, text] = await Promise.all(['.wordmark', '.text p'].map((what) => page.locator(what).first().boundingBox()));
    assert.ok(name.x + name.width / 2 > width / 2, 'the name stands at the right');
    assert.match(await mark(page.locator('.text a[href^="http"]')), /↖/, 'out is to the left');
    assert.ok(width === 320 || name.x > text.x, 'the rail is at the right of the text');
    const code = page.locator('.text :is(p, pre) code');
    for (const one of await code.all()) assert.equal(await one.evaluate((node) => getComputedStyle(node).direction), 'ltr');
  }
});

test('the way by keyboard', async (t) => {
  const address = await host(t, await build(t));
  const page = await open(t, started, `${address}/`);
  const focused = (what) => page.evaluate((selector) => document.activeElement?.matches(selector), what);
  await page.keyboard.press('Tab');
  assert.ok(await focused('.skip'), 'the first stop is the way past the menu');
  const skip = await page.locator('.skip').boundingBox();
  assert.ok(skip.y >= 0 && skip.height >= 24, 'and it shows');
  await page.keyboard.press('Enter');
  assert.ok(await focused('main'), 'it leads to the main part');
  // Every stop shows where one is, and nothing traps.
  await page.reload();
  const seen = new Set();
  for (let stop = 0; stop < 40; stop += 1) {
    await page.keyboard.press('Tab');
    const here = await page.evaluate(() => {
      const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement);
      return { ring: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 3, what: document.activeElement.outerHTML.slice(0, 120) };
    });
    assert.ok(here.ring, `no ring around ${here.what}`);
    seen.add(here.what);
  }
  assert.ok(seen.size > 30, 'the focus moves on');
  // Search is a plain form.
  await page.locator('#site-search').focus();
  await page.keyboard.type('lund');
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => url.pathname === '/sok/' && url.searchParams.get('q') === 'lund');
  // Pages of a list.
  await page.goto(`${address}/`);
  await page.locator('.pagination a[rel=next]').focus();
  await page.keyboard.press('Enter');
  await page.waitForURL(`${address}/sida/2/`);
  assert.equal(await page.locator('.pagination [aria-current=page]').textContent(), '2');
});

test('an address can be copied, where there is script', async (t) => {
  const address = await host(t, await build(t));
  const page = await open(t, started, address + KINDS.post, { permissions: ['clipboard-read', 'clipboard-write'] });
  const button = page.getByRole('button', { name: 'Kopiera adressen' });
  await button.press('Enter');
  await page.getByRole('status').filter({ hasText: 'Kopierat' }).waitFor();
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), 'https://blogg.example.se/2021/04/atta-partnerskap/');
  await sound(page, 'the post after copying');
  const plain = await open(t, started, address + KINDS.post, { script: false });
  assert.equal(await plain.locator('.copy').count(), 0, 'no button that does nothing');
});

for (const script of [true, false]) {
  test(`the menu of a narrow screen, ${script ? 'with' : 'without'} script`, async (t) => {
    const address = await host(t, await build(t));
    const page = await open(t, started, `${address}/`, { width: 320, script });
    const menu = page.locator('#menu');
    assert.ok(!await menu.isVisible());
    await page.locator('.menu-button').focus();
    await page.keyboard.press('Enter');
    await menu.waitFor({ state: 'visible' });
    await shot(page, `menu-320-${script ? 'script' : 'plain'}`, { fullPage: false });
    const small = await page.locator('#menu a, #menu button').evaluateAll((links) => links.filter((link) => link.getBoundingClientRect().height < 44).map((link) => link.outerHTML)).catch(() => []);
    assert.deepEqual(small, [], 'targets are large enough for a thumb');
    if (script) await sound(page, 'the open menu');
    await page.keyboard.press('Escape');
    await menu.waitFor({ state: 'hidden' });
    await page.keyboard.press('Enter');
    await page.locator('#menu a[href="/arkiv/"]').click();
    await page.waitForURL(`${address}/arkiv/`);
    assert.deepEqual(page.problems, []);
  });
}

test('on paper: dark on white, addresses after links, nothing to click', async (t) => {
  const address = await host(t, await build(t));
  for (const dark of [false, true]) {
    const page = await open(t, started, address + KINDS.post, { dark });
    await page.emulateMedia({ media: 'print', colorScheme: dark ? 'dark' : 'light' });
    const colours = await page.evaluate(() => ['body', '.post h1', '.text p', '.site-footer'].map((what) => {
      const style = getComputedStyle(document.querySelector(what));
      return [style.color, style.backgroundColor];
    }));
    for (const [ink, ground] of colours) {
      assert.equal(ink, 'rgb(0, 0, 0)');
      assert.ok(['rgb(255, 255, 255)', 'rgba(0, 0, 0, 0)'].includes(ground), ground);
    }
    for (const gone of ['.menu', '.skip', '.toc', '.neighbours', '.related', '.share', '.report', '.copy']) {
      for (const one of await page.locator(gone).all()) assert.ok(!await one.isVisible(), `${gone} is printed`);
    }
    const link = page.locator('.text a[href^="http"]').first();
    assert.match(await mark(link), /attr\(href\)|https?:/);
    for (const kept of ['time', '.citation', '.print-only']) assert.ok(await page.locator(kept).first().isVisible(), `${kept} is not printed`);
    await shot(page, `post-print-from-${dark ? 'dark' : 'light'}`);
  }
});

test('on paper: a wide table fits, and what is folded is open', async (t) => {
  const columns = (cells) => `| ${cells.join(' | ')} |`;
  const row = ['Helsingborgs stad', 'Chinsali', 'Zambia', LONG, 'Anna Andersson', '2026-01-01', '1 250 000', 'https://www.example.se/partnerskap/zambia/'];
  const table = [row.map((_, index) => `Rubrik ${index}`), row.map(() => '--'), row].map(columns).join('\n');
  const folded = '<details>\n<summary>Mer</summary>\n\nDolt.\n\n</details>';
  const root = await site(t, { ...SPECIMEN, 'content/posts/2026-01-06-papper.md': post('Papper', '', `${table}\n\n${folded}`) });
  const page = await open(t, started, `${await host(t, await build(t, root))}/2026/01/papper/`, { width: 680 });
  await page.emulateMedia({ media: 'print' });
  const right = await page.locator('table').evaluate((node) => node.getBoundingClientRect().right);
  assert.ok(right <= 680, `the table ends at ${right}`);
  const text = await page.locator('details p').boundingBox();
  assert.ok(text.height > 0, 'what is folded is not printed');
  await shot(page, 'wide-table-print');
});

test('nothing shifts, and lines have a length that reads well', async (t) => {
  const address = await host(t, await build(t));
  for (const width of [320, 1280]) {
    const context = await started.newContext({ viewport: { width, height: 900 } });
    t.after(() => context.close());
    const page = await context.newPage();
    await page.addInitScript(() => {
      window.shifted = 0;
      new PerformanceObserver((list) => list.getEntries().forEach((entry) => { window.shifted += entry.value; })).observe({ type: 'layout-shift', buffered: true });
    });
    for (const kind of ['start', 'post', 'author']) {
      await page.goto(address + KINDS[kind], { waitUntil: 'networkidle' });
      assert.equal(await page.evaluate(() => document.fonts.ready.then(() => window.shifted)), 0, `${kind} ${width}`);
    }
    await page.goto(address + KINDS.post);
    const line = await page.locator('.text > p').first().evaluate((p) => {
      const range = document.createRange();
      range.selectNodeContents(p);
      const lines = new Set([...range.getClientRects()].map((box) => Math.round(box.bottom))).size;
      return p.textContent.length / lines;
    });
    if (width === 1280) assert.ok(line > 50 && line < 75, `${line} characters a line`);
  }
});

test('a page weighs at most 20 kB without its face, and 50 kB with it', async (t) => {
  const dir = await build(t);
  const zipped = async (path) => gzipSync(await readFile(join(dir, path)), { level: 9 }).length;
  for (const path of [KINDS.start, '/2022/03/fem-nya-partnerskap/']) {
    const html = await readFile(join(dir, path, 'index.html'), 'utf8');
    const files = [...html.matchAll(/(?:href|src)="\/(assets\/[^"]+\.(?:css|js|woff2))"/g)].map((found) => found[1]);
    assert.ok(files.length >= 2, files.join());
    let [plain, face, script] = [await zipped(join(path, 'index.html')), 0, 0];
    for (const file of new Set(files)) {
      if (file.endsWith('.woff2')) face += (await readFile(join(dir, file))).length;
      else plain += await zipped(file);
      if (file.endsWith('.js')) script += await zipped(file);
    }
    t.diagnostic(`${path}: ${plain} bytes, of them ${script} of script, and a face of ${face}`);
    assert.ok(plain <= 20_000, `${path}: ${plain}`);
    assert.ok(plain + face <= 50_000, `${path}: ${plain} + ${face}`);
    assert.ok(script < 3_000, `${path}: ${script}`);
  }
});
