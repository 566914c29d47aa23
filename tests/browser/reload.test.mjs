// Live reload: an edit gets into the page without a reload, and only where it belongs.

import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { browser, edit, open, serve, site, write } from './harness.mjs';

const started = await browser(after);

const LONG = Array.from({ length: 60 }, (_, index) => `Stycke ${index} om allas rätt att delta.`).join('\n\n');

const post = (title, body) => `---\ntitle: ${title}\ndate: 2026-05-17\nauthor: asa\n---\n\n${body}\n`;

/** A site with two posts, one of them long, with details in it and a field. */
const blog = (t, files = {}) => site(t, {
  'site.yaml': 'title: Provblogg\nbase_url: https://blogg.example.se/\nmarkdown:\n  raw_html: allow\n',
  'content/posts/ett.md': post('Ett', `Första stycket.\n\n<details id="mer"><summary>Mer</summary>Gömt.</details>\n\n<input id="falt" value="">\n\n${LONG}`),
  'content/posts/tva.md': post('Två', 'Det andra inlägget.'),
  ...files,
});

/** Marks the window, so that a reload would show. */
const mark = (page) => page.evaluate(() => { window.marked = true; });
const isMarked = (page) => page.evaluate(() => window.marked === true);
/** Waits until the page says this. */
const says = (page, text) => page.waitForFunction((text) => document.body.innerText.includes(text), text);

/** Makes one change after the other until one shows: the first may come before the page has looked at what it has. */
async function until(page, shows, value, change) {
  for (let round = 0; round < 10; round++) {
    await change(value(round));
    if (await page.waitForFunction(shows, value(round), { timeout: 3000 }).then(() => true, () => false)) return;
  }
  assert.fail('no change showed');
}

test('an edit changes the page and nothing else in it', async (t) => {
  const root = await blog(t);
  const preview = await serve(t, root);
  const page = await open(t, started, `${preview.url}/2026/05/ett/`);
  await mark(page);
  await page.locator('#mer summary').click();
  await page.locator('#falt').fill('halvskrivet');
  await page.evaluate(() => { falt.setSelectionRange(2, 5); scrollTo({ top: 900, behavior: "instant" }); });
  const before = await page.evaluate(() => scrollY);
  await edit(root, 'content/posts/ett.md', 'Stycke 50 om', 'Ändrat stycke 50 om');
  await says(page, 'Ändrat stycke 50');
  assert.ok(await isMarked(page), 'the page was loaded again');
  assert.equal(await page.evaluate(() => scrollY), before);
  assert.equal(await page.locator('#mer').getAttribute('open'), '');
  assert.deepEqual(
    await page.evaluate(() => [document.activeElement.id, falt.value, falt.selectionStart, falt.selectionEnd]),
    ['falt', 'halvskrivet', 2, 5],
  );
  await edit(root, 'content/posts/ett.md', 'title: Ett', 'title: Ny rubrik');
  await says(page, 'Ny rubrik');
  await page.waitForFunction(() => document.title.startsWith('Ny rubrik'));
  assert.ok(await isMarked(page));
  assert.equal(await page.locator('#mer').getAttribute('open'), '');
  assert.deepEqual(page.problems, []);
});

test('paragraphs come, go and change places', async (t) => {
  const root = await blog(t);
  const preview = await serve(t, root);
  const page = await open(t, started, `${preview.url}/2026/05/tva/`);
  await mark(page);
  const body = (text) => write(root, 'content/posts/tva.md', post('Två', text));
  const texts = () => page.locator('article p, article li, article h2').allInnerTexts();
  for (const text of ['A.\n\nB.\n\nC.', 'C.\n\nA.\n\nNytt.\n\nB.', '## B.\n\n- C.\n- D.\n\nA.', 'Bara detta.', 'A.\n\nB.\n\nA.\n\nB.', 'B.\n\nA.\n\nSlut.']) {
    await body(text);
    const last = text.split('\n').at(-1).replace(/^[-#] */, '');
    const wanted = text.split('\n').filter(Boolean).map((line) => line.replace(/^[-#]+ /, ''));
    await page.waitForFunction((wanted) => {
      const found = [...document.querySelectorAll('article p, article li, article h2')].map((one) => one.innerText);
      return found.join('|').includes(wanted.join('|'));
    }, wanted).catch(async () => assert.fail(`${JSON.stringify(wanted)} ≠ ${JSON.stringify(await texts())} (${last})`));
  }
  assert.ok(await isMarked(page));
  assert.deepEqual(page.problems, []);
});

/** Counts what changes below the post's text from now on, by `window.changes`. */
const watch = (page) => page.evaluate(() => {
  window.changes = 0;
  window.observer?.disconnect();
  window.observer = new MutationObserver((all) => { window.changes += all.length; });
  window.observer.observe(document.querySelector('article .text'), { subtree: true, childList: true, attributes: true, characterData: true });
});

test('what an edit puts in, takes out or moves leaves all else where it is', async (t) => {
  const table = `| a | b |\n|---|---|\n| ${'lång'.repeat(400)} | 2 |`;
  const root = await blog(t, { 'content/posts/tva.md': post('Två', `Ingress.\n\n${LONG}\n\n${table}`) });
  const preview = await serve(t, root);
  const page = await open(t, started, `${preview.url}/2026/05/tva/`);
  await mark(page);
  await page.evaluate(() => {
    const last = [...document.querySelectorAll('article p')].find((one) => one.innerText.startsWith('Stycke 50 '));
    getSelection().selectAllChildren(last);
    last.scrollIntoView({ block: 'center', behavior: 'instant' });
    const box = document.querySelector('article table').closest('[tabindex], div');
    box.scrollLeft = 300;
    window.kept = { last, box, left: box.scrollLeft };
  });
  const top = () => page.evaluate(() => Math.round(window.kept.last.getBoundingClientRect().top));
  const before = await top();
  const file = 'content/posts/tva.md';
  const said = (text, is) => page.waitForFunction(([text, is]) => document.body.innerText.includes(text) === is, [text, is]);
  const steps = [
    [['Ingress.', 'Ingress.\n\nNytt stycke.'], ['Nytt stycke.', true], 2],
    [['\n\nStycke 7 om allas rätt att delta.', ''], ['Stycke 7 om', false], 2],
    [['Stycke 3 om allas rätt att delta.\n\n', ''], ['Stycke 3 om', false], 2],
    [['Stycke 9 om', '## Rubrik\n\nÄndrat stycke 9 om'], ['Ändrat stycke 9', true], null],
  ];
  for (const [change, shows, most] of steps) {
    await watch(page);
    await edit(root, file, ...change);
    await said(...shows);
    if (most !== null) assert.ok(await page.evaluate(() => window.changes) <= most, `${change[1]}: ${await page.evaluate(() => window.changes)} changes`);
    assert.equal(await page.evaluate(() => getSelection().toString()), 'Stycke 50 om allas rätt att delta.');
    assert.ok(Math.abs(await top() - before) < 3, `the text in view slid by ${await top() - before} px`);
    assert.ok(await page.evaluate(() => window.kept.left > 0 && window.kept.box.scrollLeft === window.kept.left), 'the table jumped');
  }
  assert.ok(await isMarked(page), 'the page was loaded again');
});

test('after any edits the page is what a fresh load shows', async (t) => {
  // Without the theme's script, whose additions no file has.
  const root = await blog(t, { 'themes/default/assets/theme.js': '// nothing\n' });
  const preview = await serve(t, root);
  const address = `${preview.url}/2026/05/tva/`;
  const page = await open(t, started, address);
  await mark(page);
  const pieces = ['Stycke.', '## Rubrik', '- punkt\n- punkt två', '> citat', '| a | b |\n|---|---|\n| 1 | 2 |', 'Fot[^1].\n\n[^1]: Noten.', '**fet** och *kursiv*', '[länk](ett.md)', '```\nkod\n```', '### Under'];
  let seed = 19;
  const random = (limit) => (seed = (seed * 48271) % 2147483647) % limit;
  for (let round = 0; round < 25; round++) {
    const text = Array.from({ length: 1 + random(6) }, () => pieces[random(pieces.length)]).join('\n\n');
    await write(root, 'content/posts/tva.md', post(`Två ${round}`, text));
    await page.waitForFunction((title) => document.title.startsWith(title), `Två ${round} `).catch(() => {});
    await page.waitForFunction((title) => document.querySelector('h1')?.innerText === title, `Två ${round}`);
    const patched = await page.evaluate(() => {
      const copy = document.documentElement.cloneNode(true);
      copy.querySelector('nitton-preview')?.remove();
      return copy.outerHTML;
    });
    const fresh = await page.evaluate(async (address) => {
      const parsed = new DOMParser().parseFromString(await (await fetch(address)).text(), 'text/html');
      parsed.querySelector('script[data-page]').remove();
      return parsed.documentElement.outerHTML;
    }, address);
    assert.equal(patched, fresh, `round ${round}: ${text}`);
  }
  assert.ok(await isMarked(page));
  assert.deepEqual(page.problems, []);
});

test('a page that the edit does not touch is left alone', async (t) => {
  const root = await blog(t);
  const preview = await serve(t, root);
  const context = await started.newContext();
  t.after(() => context.close());
  const [one, other] = [await context.newPage(), await context.newPage()];
  await one.goto(`${preview.url}/2026/05/ett/`);
  await other.goto(`${preview.url}/prenumerera/`);
  await other.evaluate(() => {
    window.changes = 0;
    new MutationObserver((all) => { window.changes += all.length; }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  });
  await one.bringToFront();
  await edit(root, 'content/posts/ett.md', 'Första stycket', 'Ändrat första stycket');
  await says(one, 'Ändrat första stycket');
  await edit(root, 'content/posts/ett.md', 'Ändrat första', 'Åter ändrat första');
  await says(one, 'Åter ändrat första');
  assert.equal(await other.evaluate(() => window.changes), 0);
});

test('a style sheet is exchanged without a reload', async (t) => {
  const root = await blog(t);
  const preview = await serve(t, root);
  const page = await open(t, started, `${preview.url}/`);
  await mark(page);
  const colour = (rgb) => page.waitForFunction((rgb) => getComputedStyle(document.body).outlineColor === rgb, rgb);
  // A sheet of the theme, whose name changes with its bytes: the site's own takes its place.
  await write(root, 'themes/default/assets/style.css', 'body { outline-color: rgb(1, 2, 3) }\n');
  await colour('rgb(1, 2, 3)');
  await edit(root, 'themes/default/assets/style.css', 'rgb(1, 2, 3)', 'rgb(4, 5, 6)');
  await colour('rgb(4, 5, 6)');
  await page.waitForFunction(() => document.querySelectorAll('link[rel=stylesheet][href*="/assets/style."]').length === 1);
  assert.ok(await isMarked(page), 'the page was loaded again');
  assert.deepEqual(page.problems, []);
});

test('a style sheet and a picture that keep their addresses are fetched again', async (t) => {
  const svg = (width) => `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="20"><rect width="${width}" height="20"/></svg>`;
  const root = await blog(t, {
    'static/egen.css': 'body { outline-color: rgb(1, 2, 3) }\n',
    'static/bild.svg': svg(40),
    'content/posts/ett.md': post('Ett', '<link rel="stylesheet" href="/egen.css">\n\n<img id="bild" src="/bild.svg" alt="">'),
  });
  const preview = await serve(t, root);
  const page = await open(t, started, `${preview.url}/2026/05/ett/`);
  await mark(page);
  await page.waitForFunction(() => getComputedStyle(document.body).outlineColor === 'rgb(1, 2, 3)' && bild.naturalWidth === 40);
  await until(page, (width) => bild.naturalWidth === width, (round) => 60 + round, (width) => write(root, 'static/bild.svg', svg(width)));
  await write(root, 'static/egen.css', 'body { outline-color: rgb(7, 8, 9) }\n');
  await page.waitForFunction(() => getComputedStyle(document.body).outlineColor === 'rgb(7, 8, 9)');
  assert.ok(await isMarked(page), 'the page was loaded again');
});

test('eight tabs follow, on one stream', async (t) => {
  const root = await blog(t);
  const preview = await serve(t, root);
  const context = await started.newContext();
  t.after(() => context.close());
  const tabs = [];
  for (let count = 0; count < 8; count++) {
    const tab = await context.newPage();
    await tab.goto(`${preview.url}/2026/05/tva/`);
    await mark(tab);
    tabs.push(tab);
  }
  for (const text of ['Först så.', 'Sedan så.']) {
    await write(root, 'content/posts/tva.md', post('Två', text));
    for (const tab of tabs) {
      await tab.bringToFront();
      await says(tab, text);
    }
  }
  for (const tab of tabs) assert.ok(await isMarked(tab));
});

test('a restart is noticed', async (t) => {
  const root = await blog(t);
  const first = await serve(t, root);
  const page = await open(t, started, `${first.url}/2026/05/tva/`);
  await says(page, 'Det andra inlägget');
  await mark(page);
  await first.stop();
  await edit(root, 'content/posts/tva.md', 'Det andra inlägget', 'Skrivet under tiden');
  const second = await serve(t, root, ['--port', String(first.port)]);
  assert.equal(second.port, first.port);
  await says(page, 'Skrivet under tiden');
  assert.ok(await isMarked(page), 'the page was loaded again');
  await edit(root, 'content/posts/tva.md', 'Skrivet under tiden', 'Skrivet efteråt');
  await says(page, 'Skrivet efteråt');
});

test('a page goes and comes back', async (t) => {
  const root = await blog(t);
  const preview = await serve(t, root);
  const page = await open(t, started, `${preview.url}/2026/05/tva/`);
  const missing = await (await fetch(`${preview.url}/finns-inte/`)).text();
  const heading = /<h1[^>]*>([^<]+)</.exec(missing)[1].trim();
  await edit(root, 'content/posts/tva.md', 'title: Två', 'title: Två\ndraft: true');
  await page.waitForFunction((heading) => document.querySelector('h1')?.innerText.trim() === heading, heading);
  await edit(root, 'content/posts/tva.md', '\ndraft: true', '');
  await says(page, 'Det andra inlägget');
});

test('a page under the strictest policy follows too, without a violation', async (t) => {
  const policy = '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; style-src \'self\'; img-src \'self\'">';
  const root = await blog(t, { 'templates/post.html': `<!doctype html>\n<html lang="sv">\n<head>\n${policy}\n<title>{{ page.title }}</title>\n</head>\n<body><h1>{{ page.title }}</h1>\n{{ page.content | safe }}</body>\n</html>\n` });
  const preview = await serve(t, root);
  const page = await open(t, started, `${preview.url}/2026/05/tva/`);
  assert.equal(await page.locator('meta[http-equiv]').count(), 1);
  await edit(root, 'content/posts/tva.md', 'Det andra inlägget', 'Ett tredje inlägg');
  await page.locator('body', { hasText: 'Ett tredje inlägg' }).waitFor();
  await edit(root, 'content/posts/tva.md', 'date: 2026-05-17', 'date: igår');
  await page.locator('nitton-preview dialog[open]').waitFor();
  assert.equal(await page.locator('nitton-preview dialog').evaluate((dialog) => getComputedStyle(dialog).display), 'flex');
  assert.deepEqual(page.problems, []);
});

test('a page that trusts no text as markup follows too', async (t) => {
  const policy = '<meta http-equiv="Content-Security-Policy" content="require-trusted-types-for \'script\'; trusted-types \'none\'">';
  const root = await blog(t, { 'templates/post.html': `<!doctype html>\n<html lang="sv">\n<head>\n${policy}\n<title>{{ page.title }}</title>\n</head>\n<body><h1>{{ page.title }}</h1>\n{{ page.content | safe }}</body>\n</html>\n` });
  const preview = await serve(t, root);
  const page = await open(t, started, `${preview.url}/2026/05/tva/`);
  await mark(page);
  await edit(root, 'content/posts/tva.md', 'Det andra inlägget', 'Ett tredje inlägg');
  await page.locator('body', { hasText: 'Ett tredje inlägg' }).waitFor();
  assert.ok(await isMarked(page), 'the page was loaded again');
  assert.deepEqual(page.problems, []);
});

test('pictures are exchanged wherever a page names them', async (t) => {
  const svg = (width) => `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="10"><g id="del"/></svg>`;
  const root = await blog(t, {
    'static/egen.css': '.tom { color: red }\n@media all { #ruta { background: url("img/grund.svg") } }\n',
    'static/img/grund.svg': svg(40),
    'static/a.svg': svg(40), 'static/b.svg': svg(40), 'static/c.svg': svg(40), 'static/d.svg': svg(40),
    'templates/post.html': '<!doctype html>\n<html lang="sv">\n<head>\n<title>{{ page.title }}</title>\n<link rel="stylesheet" href="/egen.css">\n</head>\n<body><h1>{{ page.title }}</h1>\n<div id="ruta" style="border-image: url(\'/a.svg\')">x</div>\n<picture><source srcset="/b.svg 1x, /b.svg?stor 2x"><img id="bild" alt=""></picture>\n<object id="teckning" data="/c.svg"></object>\n<img id="vy" src="/d.svg#del" alt=""><svg><use id="del2" href="/d.svg#del"/></svg></body>\n</html>\n',
  });
  const preview = await serve(t, root);
  const page = await open(t, started, `${preview.url}/2026/05/tva/`);
  await mark(page);
  const shown = () => ({
    sheet: getComputedStyle(ruta).backgroundImage.includes('/img/grund.svg?nitton='),
    style: getComputedStyle(ruta).borderImageSource.includes('/a.svg?nitton='),
    set: bild.currentSrc.includes('/b.svg?nitton='),
    object: teckning.data.includes('/c.svg?nitton='),
    view: /^\/d\.svg\?nitton=\w+#del$/.test(vy.getAttribute('src')),
    use: /^\/d\.svg\?nitton=\w+#del$/.test(del2.getAttribute('href')),
  });
  await until(page, `(round) => Object.values((${shown})()).every(Boolean)`, (round) => round, async (round) => {
    for (const name of ['img/grund', 'a', 'b', 'c', 'd']) await write(root, `static/${name}.svg`, svg(60 + round));
  });
  assert.ok(await isMarked(page), 'the page was loaded again');
  assert.deepEqual(page.problems, []);
});

test('a changed script loads the page again', async (t) => {
  const root = await blog(t, { 'content/posts/ett.md': post('Ett', '<p id="ut">-</p>\n<script>document.getElementById("ut").textContent = "ett";</script>') });
  const preview = await serve(t, root);
  const page = await open(t, started, `${preview.url}/2026/05/ett/`);
  await says(page, 'ett');
  await edit(root, 'content/posts/ett.md', '"ett"', '"två"');
  await page.waitForFunction(() => document.getElementById('ut')?.textContent === 'två');
});

test('an address that is none stops nothing', async (t) => {
  const root = await blog(t, {
    'templates/post.html': '{% extends "base.html" %}\n{% block main %}<img alt="" src="http://["><h1>{{ page.title }}</h1>{% endblock %}\n',
  });
  const preview = await serve(t, root);
  const page = await open(t, started, `${preview.url}/2026/05/tva/`);
  await mark(page);
  for (const title of ['Tre', 'Fyra', 'Fem']) {
    await write(root, 'content/posts/tva.md', post(title, 'Text.'));
    await page.waitForFunction((title) => document.querySelector('h1')?.innerText === title, title);
  }
  assert.ok(await isMarked(page));
});
