// What is wrong with the site, over the page: it comes, it can be read, it goes.

import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { after, test } from 'node:test';
import { browser, edit, open, sample, serve, shot, site, write } from './harness.mjs';

const started = await browser(after);
// The worker that fetches the problems has the browser's languages, not those of a page.
const swedish = await browser(after, ['--accept-lang=sv-SE,sv,en']);

const good = '---\ntitle: Ett\ndate: 2026-05-17\nauthor: asa\n---\n\nDet första inlägget.\n';
const blog = (t) => site(t, { 'content/posts/ett.md': good });
const dialog = (page) => page.locator('nitton-preview dialog[open]');
const badge = (page) => page.locator('nitton-preview .badge');
const gone = (page) => page.locator('nitton-preview').waitFor({ state: 'detached' });

test('an error shows over the last good page, and goes when it is fixed', async (t) => {
  const root = await blog(t);
  const preview = await serve(t, root);
  const page = await open(t, started, `${preview.url}/2026/05/ett/`);
  await page.evaluate(() => { window.marked = true; });
  await edit(root, 'content/posts/ett.md', 'date: 2026-05-17', 'date: 23 november <img src=x onerror=alert(1)>');
  await dialog(page).waitFor();
  assert.match(await dialog(page).getByRole('heading', { level: 2 }).innerText(), /^1 error/);
  assert.match(await dialog(page).locator('h3').first().innerText(), /is not a date/);
  assert.equal(
    await dialog(page).locator('pre').first().innerText(),
    '3 | date: 23 november <img src=x onerror=alert(1)>\n  |       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^',
  );
  assert.equal(await dialog(page).locator('img').count(), 0, 'text became markup');
  const link = dialog(page).locator('.place a').first();
  assert.equal(await link.innerText(), 'content/posts/ett.md:3:7');
  assert.match(await link.getAttribute('href'), /^vscode:\/\/file\/.*\/content\/posts\/ett\.md:3:7$/);
  assert.ok(await page.getByText('Det första inlägget.').count() > 0, 'the last good page is gone');
  await edit(root, 'content/posts/ett.md', /date: .*/.exec(await (await import('node:fs/promises')).readFile(`${root}/content/posts/ett.md`, 'utf8'))[0], 'date: 2026-05-17');
  await gone(page);
  assert.ok(await page.evaluate(() => window.marked), 'the page was loaded again');
  assert.deepEqual(page.problems, []);
});

test('Escape puts it away until there is a new error, and the focus goes back', async (t) => {
  const root = await blog(t);
  const preview = await serve(t, root);
  const page = await open(t, started, `${preview.url}/`);
  const link = page.locator('main a').first();
  await link.focus();
  await write(root, 'content/posts/fel.md', '---\ntitle: Fel\ndate: x\nauthor: asa\n---\n\nText.\n');
  await dialog(page).waitFor();
  assert.ok(await page.evaluate(() => document.activeElement.localName === 'nitton-preview'), 'the focus is in the dialog');
  await page.keyboard.press('Escape');
  await dialog(page).waitFor({ state: 'detached' });
  assert.ok(await link.evaluate((link) => document.activeElement === link), 'the focus went back');
  assert.match(await badge(page).innerText(), /^1 error/);
  // The same error on another line is no news; another page neither.
  await page.goto(`${preview.url}/prenumerera/`);
  await badge(page).waitFor();
  assert.equal(await dialog(page).count(), 0);
  await write(root, 'content/posts/mer.md', '---\ntitle: Mer\ndate: y\nauthor: asa\n---\n\nText.\n');
  await dialog(page).waitFor();
  assert.match(await dialog(page).getByRole('heading', { level: 2 }).innerText(), /^2 errors/);
});

/** A post that has no date that can be read. */
const wrong = (title) => `---\ntitle: ${title}\ndate: x${title}\nauthor: asa\n---\n\nText.\n`;

test('who types in the page is not disturbed: it opens when the field is left', async (t) => {
  const root = await blog(t);
  const preview = await serve(t, root);
  const page = await open(t, started, `${preview.url}/sok/`);
  const field = page.locator('main input').first();
  await field.focus();
  await page.keyboard.type('barn ');
  await write(root, 'content/posts/fel.md', wrong('Fel'));
  await badge(page).waitFor();
  await page.keyboard.type('och unga');
  assert.equal(await dialog(page).count(), 0, 'it opened over the field');
  assert.equal(await field.inputValue(), 'barn och unga');
  await page.keyboard.press('Tab');
  await dialog(page).waitFor();
});

test('no key that writes puts it away', async (t) => {
  const root = await blog(t);
  const preview = await serve(t, root);
  const page = await open(t, started, `${preview.url}/`);
  await write(root, 'content/posts/fel.md', wrong('Fel'));
  await dialog(page).waitFor();
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  await page.keyboard.press('a');
  assert.ok(await dialog(page).isVisible());
});

test('what was put away, fixed and made again comes again', async (t) => {
  const root = await blog(t);
  const preview = await serve(t, root);
  const page = await open(t, started, `${preview.url}/`);
  for (let round = 0; round < 2; round++) {
    await write(root, 'content/posts/fel.md', wrong('Fel'));
    await dialog(page).waitFor();
    await page.keyboard.press('Escape');
    await dialog(page).waitFor({ state: 'detached' });
    await rm(`${root}/content/posts/fel.md`);
    await gone(page);
  }
});

test('of very many errors none that is fixed opens it again', async (t) => {
  const files = {};
  for (let at = 0; at < 230; at++) files[`content/posts/fel${at}.md`] = wrong(`Fel${at}`);
  const root = await site(t, { ...files, 'content/posts/ett.md': good });
  const preview = await serve(t, root);
  const page = await open(t, started, `${preview.url}/`);
  await dialog(page).waitFor();
  await page.keyboard.press('Escape');
  await dialog(page).waitFor({ state: 'detached' });
  for (let at = 0; at < 3; at++) {
    const before = await badge(page).innerText();
    await rm(`${root}/content/posts/fel${at}.md`);
    await page.waitForFunction((before) => document.querySelector('nitton-preview').shadowRoot.querySelector('.badge').innerText !== before, before);
    assert.equal(await dialog(page).count(), 0, 'it opened');
  }
  await write(root, 'content/posts/nytt.md', wrong('Nytt'));
  await dialog(page).waitFor();
});

test('the list keeps the focus while other problems come and go', async (t) => {
  const root = await blog(t);
  const preview = await serve(t, root);
  const page = await open(t, started, `${preview.url}/`);
  await write(root, 'content/posts/mitt.md', wrong('Mitt'));
  await dialog(page).waitFor();
  const link = dialog(page).locator('.place a').first();
  await link.focus();
  const focused = () => page.evaluate(() => document.querySelector('nitton-preview').shadowRoot.activeElement?.textContent);
  for (const name of ['aaa', 'zzz']) {
    await write(root, `content/posts/${name}.md`, wrong(name));
    await dialog(page).getByText(`x${name}`).first().waitFor();
    assert.equal(await focused(), 'content/posts/mitt.md:3:7');
  }
  await rm(`${root}/content/posts/aaa.md`);
  await dialog(page).getByText('xaaa').first().waitFor({ state: 'detached' });
  assert.equal(await focused(), 'content/posts/mitt.md:3:7');
});

test('a page within a page shows none of its own', async (t) => {
  const root = await blog(t);
  await write(root, 'site.yaml', 'title: Provblogg\nbase_url: https://blogg.example.se/\ntrusted_files: [ram.html]\n');
  await write(root, 'static/ram.html', '<!doctype html>\n<html lang="sv"><head><title>Ram</title></head><body><iframe title="Inne" src="/2026/05/ett/"></iframe></body></html>\n');
  const preview = await serve(t, root);
  const page = await open(t, started, `${preview.url}/ram.html`);
  await write(root, 'content/posts/fel.md', wrong('Fel'));
  await dialog(page).waitFor();
  await page.waitForTimeout(300);
  assert.equal(await page.frames()[1].locator('nitton-preview').count(), 0);
});

test('warnings are a badge that opens the list', async (t) => {
  const root = await blog(t);
  const preview = await serve(t, root);
  const page = await open(t, started, `${preview.url}/`);
  await write(root, 'content/posts/brev.docx', 'x');
  await badge(page).waitFor();
  assert.match(await badge(page).innerText(), /^1 warning/);
  assert.equal(await dialog(page).count(), 0, 'a warning opened by itself');
  await badge(page).click();
  await dialog(page).waitFor();
  await rm(`${root}/content/posts/brev.docx`);
  await gone(page);
});

test('the overlay speaks the language of the browser whatever the page speaks', async (t) => {
  const root = await blog(t);
  await edit(root, 'content/posts/ett.md', 'date: 2026-05-17', 'date: x');
  await write(root, 'content/posts/tva.md', good.replace('2026-05-17', 'y'));
  const preview = await serve(t, root);
  for (const [lang, width, dark] of [['sv', 320, false], ['sv', 1280, true], ['en', 320, true], ['en', 1280, false]]) {
    const page = await open(t, lang === 'sv' ? swedish : started, `${preview.url}/`, { width, dark });
    await dialog(page).waitFor();
    await shot(page, `overlay-${lang}-${width}${dark ? '-dark' : ''}`, { fullPage: false });
    const total = lang === 'sv' ? '2 fel' : '2 errors';
    assert.equal(await dialog(page).getByRole('heading', { level: 2 }).innerText(), total);
    assert.equal(await dialog(page).getAttribute('lang'), lang);
    const words = await dialog(page).innerText();
    if (lang === 'sv') for (const word of [/error/i, /Hide/, /Copy/, /Open/, /help/, /Disappears/]) assert.doesNotMatch(words, word);
    await page.keyboard.press('Escape');
    assert.equal(await badge(page).innerText(), total);
    await shot(page, `badge-${lang}-${width}${dark ? '-dark' : ''}`, { fullPage: false });
  }
});

test('the overlay has a name and a language, and says how many problems there are', async (t) => {
  const root = await blog(t);
  const preview = await serve(t, root);
  const page = await open(t, started, `${preview.url}/`);
  await edit(root, 'content/posts/ett.md', 'date: 2026-05-17', 'date: x');
  await dialog(page).waitFor();
  assert.equal(await page.getByRole('dialog', { name: /1 error/ }).getAttribute('lang'), 'en');
  assert.match(await page.locator('nitton-preview [role=status]').innerText(), /1 error/);
});

test('another editor is remembered', async (t) => {
  const root = await blog(t);
  const preview = await serve(t, root);
  const page = await open(t, started, `${preview.url}/`);
  await edit(root, 'content/posts/ett.md', 'date: 2026-05-17', 'date: x');
  await dialog(page).waitFor();
  await page.getByLabel('Open files in').selectOption('JetBrains');
  const href = () => dialog(page).locator('.place a').first().getAttribute('href');
  assert.match(await href(), /^idea:\/\/open\?file=\/.*ett\.md&line=3&column=7$/);
  await page.reload();
  await dialog(page).waitFor();
  assert.match(await href(), /^idea:/);
});

test('a template error on the page that is shown does not take it away', async (t) => {
  const root = await blog(t);
  const preview = await serve(t, root);
  const page = await open(t, started, `${preview.url}/2026/05/ett/`);
  await write(root, 'templates/post.html', '{% extends "base.html" %}\n{% block main %}{{ page.titel }}{% endblock %}\n');
  await dialog(page).waitFor();
  await page.keyboard.press('Escape');
  await page.goto(`${preview.url}/2026/05/ett/`);
  await badge(page).waitFor();
  await write(root, 'templates/post.html', '{% extends "base.html" %}\n{% block main %}<h1>Mallen är {{ page.title }}</h1>{% endblock %}\n');
  await page.getByText('Mallen är Ett').waitFor();
});

for (const [name, options] of [
  ['320-light', { width: 320, height: 640 }], ['320-dark', { width: 320, height: 640, dark: true }],
  ['1280-light', {}], ['1280-dark', { dark: true }],
]) {
  test(`it fits and looks right, ${name}`, async (t) => {
    const root = await sample(t);
    const preview = await serve(t, root);
    const page = await open(t, started, `${preview.url}/`, options);
    await write(root, 'content/posts/varning.md', '---\ntitle: Varning\ndate: 2026-05-17\nauthors: [asa-lind]\ntagz: [unga]\n---\n\n![](bild.png)\n\nSe [den](finns-inte.md) och [den andra](#finns-inte).\n');
    await dialog(page).waitFor();
    await shot(page, `overlay-${name}`, { fullPage: false });
    const box = await dialog(page).boundingBox();
    assert.ok(box.x >= 0 && box.x + box.width <= page.viewportSize().width, 'the dialog is wider than the window');
    assert.ok(box.y + box.height <= page.viewportSize().height, 'the dialog is higher than the window');
    const wide = await dialog(page).evaluate((dialog) => [...dialog.querySelectorAll('li, header, footer')].filter((one) => one.scrollWidth > one.clientWidth).map((one) => one.outerHTML));
    assert.deepEqual(wide, [], 'something in it is wider than it');
    await page.keyboard.press('Escape');
    await shot(page, `badge-${name}`, { fullPage: false });
    assert.ok(await badge(page).isVisible());
  });
}
