// The search: that its script is what its sources say, that people find what they
// expect, and that the page works for everyone.

import { after, test } from 'node:test';
import assert from 'node:assert/strict';
import { cp, readFile, readdir } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { build as bundle } from 'esbuild';
import { PROJECT, STRICT, browser, build, edit, folder, host, open, sample, serve, shot, site } from './harness.mjs';
import queries from './search-queries.mjs';

const SOURCES = join(PROJECT, 'src/search/script');
const ASSETS = join(PROJECT, 'themes/default/assets');

/** The sources of each script that the theme publishes. */
const SCRIPTS = { 'search.js': 'page.mjs', 'search-en.js': 'stem-en.mjs', 'search-fi.js': 'stem-fi.mjs', 'search-filter.js': 'filter.mjs', 'search-near.js': 'near.mjs', 'search-passage.js': 'passage.mjs' };

/** The oldest browsers that search; docs/search.md says what older ones show. */
const BROWSERS = ['safari14.1', 'chrome91', 'firefox79'];

/** The most bytes of the script that every search needs, with the Swedish stemmer. */
const LIMIT = 8_640;

/** The most bytes of all scripts together, with every stemmer. */
const LIMIT_OF_ALL = 16_400;

const source = async (name) => import(join(SOURCES, name));
const { open: openIndex } = await source('files.mjs');
const { ask: answer } = await source('ask.mjs');
const { mark, places, search, stemBy } = await source('query.mjs');
const { around, whole } = await source('passage.mjs');
const { nearest: suggest, replaced } = await source('near.mjs');
const { key, words } = await source('text.mjs');
const stemmers = {};
for (const code of ['sv', 'en', 'fi']) stemmers[code] = (await source(`stem-${code}.mjs`)).default;

/** A file of a built site's index, as the script gets it. */
const fileOf = (dir) => async (address) => Uint8Array.from(await readFile(join(dir, 'sok', address.split('?')[0])));

/** A built site's index, read from disk or by `read`: `{index, stem, ask}`. */
async function indexOf(dir, read = fileOf(dir)) {
  const index = await openIndex(read);
  const stem = stemBy(index, index.languages.map((code) => stemmers[code] ?? ((word) => word)));
  const text = async (url) => {
    const page = await readFile(join(dir, url, 'index.html'), 'utf8');
    return page.slice(page.indexOf('<main')).replace(/<script.*?<\/script>|<[^>]*>/gs, ' ');
  };
  const passage = () => ({ whole: (index, docs, query) => whole(index, docs, query, text) });
  const ask = async (query) => {
    const found = await answer({ index, stem }, query, true, Infinity, undefined, passage);
    return { ...found, urls: found.shown.map(([url]) => url) };
  };
  return { index, stem, ask, text };
}

test('the scripts are what their sources say, and small', async () => {
  const write = process.env.SNAPSHOTS === 'overwrite';
  let all = 0;
  for (const [asset, entry] of Object.entries(SCRIPTS)) {
    const made = await bundle({
      entryPoints: [join(SOURCES, entry)], bundle: true, minify: true, format: 'esm', charset: 'utf8', target: BROWSERS,
      ...(write ? { outfile: join(ASSETS, asset), allowOverwrite: true } : { write: false }),
    });
    const text = write ? await readFile(join(ASSETS, asset), 'utf8') : made.outputFiles[0].text;
    console.log(`figure: ${asset}: ${Buffer.byteLength(text)} bytes`);
    assert.equal(await readFile(join(ASSETS, asset), 'utf8'), text, `${asset} is out of date: run this test with SNAPSHOTS=overwrite`);
    assert.doesNotMatch(text, /\(\?<[=!]/, `${asset} looks behind: Safari before 16.4 does not read it at all`);
    if (asset === 'search.js') assert.ok(Buffer.byteLength(text) <= LIMIT, `${asset} has grown beyond ${LIMIT} bytes`);
    all += Buffer.byteLength(text);
  }
  console.log(`figure: all search scripts: ${all} bytes`);
  assert.ok(all <= LIMIT_OF_ALL, `the scripts have grown beyond ${LIMIT_OF_ALL} bytes`);
});

test('people find what they expect', async (t) => {
  const { ask } = await indexOf(await build(t));
  let sum = 0;
  for (const [query, ...expected] of queries) {
    const { urls } = await ask(query);
    const rank = urls.findIndex((url) => expected.includes(url)) + 1;
    sum += rank && 1 / rank;
    if (rank !== 1) console.log(`  ${query}: ${rank || 'not found'} (first: ${urls.slice(0, 3).join(' ')})`);
  }
  const mean = sum / queries.length;
  console.log(`figure: mean reciprocal rank of ${queries.length} queries: ${mean.toFixed(3)}`);
  assert.ok(queries.length >= 40);
  assert.ok(mean >= 0.9, `the mean reciprocal rank fell to ${mean}`);
});

const post = (title, body, more = '') => `---\ntitle: ${title}\ndate: 2024-05-17\nauthor: asa\n${more}---\n\n${body}\n`;

test('ranking, compounds, marks and near misses are as promised', async (t) => {
  const { ask, index } = await indexOf(await build(t, await site(t, {
    'content/posts/a.md': post('Partnerskap i norr', 'Om en kommun och dess partnerskap.'),
    'content/posts/b.md': post('Nytt från kusten', 'Ett kommunpartnerskap har börjat.'),
    'content/posts/c.md': post('Frisören', 'Den som klipper hår.'),
    'content/posts/d.md': post('Hemma', 'Det finns ett hus härifrån räknat. Rättigheter gäller härute.'),
    'content/posts/e.md': post('Äldre', 'Samma ord om granskning.').replace('2024-05-17', '2020-01-01'),
    'content/posts/f.md': post('Yngre', 'Samma ord om granskning.'),
    'content/posts/h.md': post('Talet', 'Om artikel 19 i förklaringen.'),
    'content/posts/i.md': post('Barn', 'Varje barn. Skriv med e-post till SKR på MR-dagarna. En person.'),
    'content/posts/j.md': post('Barnets bästa', 'Skriv epost.'),
    'content/posts/g.md': post('Brödet', 'Bröd bakas med jäst i ugnen, och skärs i lagom tjocka skivor.'),
  })));
  const urls = async (query) => (await ask(query)).urls;
  assert.deepEqual(await urls('partnerskap '), ['/2024/05/a/', '/2024/05/b/'], 'a compound stands below the word itself');
  assert.deepEqual(await urls('kommun '), ['/2024/05/a/', '/2024/05/b/']);
  assert.deepEqual(await urls('granskning'), ['/2024/05/f/', '/2020/01/e/'], 'of two equals the newer is first');
  assert.deepEqual(await urls('hår'), ['/2024/05/c/']);
  assert.deepEqual(await urls('här '), [], 'a word with other dots is another word');
  assert.deepEqual(await urls('rattighet'), ['/2024/05/d/'], 'without dots a word is found where nothing is written so');
  assert.deepEqual(await urls('brod'), ['/2024/05/g/']);
  assert.deepEqual(await urls('partn'), ['/2024/05/a/', '/2024/05/b/'], 'the beginning of a word is enough while typing');
  assert.deepEqual(await urls('partn '), ['/2024/05/a/', '/2024/05/b/'], 'and afterwards, where nothing is written so');
  assert.deepEqual(await urls('kommun '), ['/2024/05/a/', '/2024/05/b/'], 'while a finished word is itself');
  const missed = await ask('granksning partnerskap');
  assert.deepEqual([missed.all, missed.missing, missed.urls[0]], [0, ['granksning'], '/2024/05/a/']);
  assert.equal(await suggest(index, 'granksning'), 'granskning');
  assert.equal(await suggest(index, 'partnerskapkommun'), 'partnerskap kommun');
  assert.equal(await suggest(index, 'xyzzyx'), undefined);
  assert.deepEqual((await ask('att')).urls.length, 0, 'small words alone find nothing');
  assert.deepEqual((await ask('att')).missing, [], 'and are no near misses');
  const both = ['/2024/05/i/', '/2024/05/j/'];
  for (const query of ['barnets ', 'barn ', 'e-post ', 'epost ']) assert.deepEqual((await urls(query)).sort(), both, query);
  for (const query of ['SKRs ', 'mrdagarna ', 'mr-dagarna ']) assert.deepEqual(await urls(query), ['/2024/05/i/'], query);
  assert.deepEqual(await urls('personal '), [], 'an ending that makes another word');
  assert.deepEqual(await urls('19 '), ['/2024/05/h/']);
  assert.deepEqual(await urls('1999 '), [], 'numbers are what they are');
});

test('a query is cut as the table says, into words that the index has', async () => {
  for (const { text, index, query } of JSON.parse(await readFile(join(PROJECT, 'src/search/words.json'), 'utf8'))) {
    assert.deepEqual(words(text), query, text);
    assert.deepEqual(query.filter((word) => !index.includes(word)), [], text);
  }
});

/** All beginnings of some words, from the third letter on. */
const beginnings = (words) => new Set([...words].flatMap((word) => [...word].map((_, at) => word.slice(0, at + 1)).slice(2)));

test('every beginning of every word finds what the word finds', async (t) => {
  const { index, stem, text } = await indexOf(await build(t));
  const holders = new Map();
  for (let doc = 0; doc < index.docs; doc++) {
    const [url, title, lead] = await index.doc(doc);
    for (const word of words(`${title}\n${lead}\n${await text(url)}`)) holders.set(word, (holders.get(word) ?? new Set()).add(doc));
  }
  const terms = new Set((await index.stems(index.keys)).map(([stem]) => stem));
  let checked = 0;
  const answers = new Map();
  const holes = new Set();
  for (const [word, holding] of holders) {
    // Parts of addresses are on pages too, and are no words of a post.
    if (!stem(word).some((stem) => terms.has(stem))) continue;
    const { docs } = await search(index, stem, [word], false);
    for (const beginning of beginnings([word])) {
      if (!answers.has(beginning)) answers.set(beginning, new Set((await search(index, stem, [beginning], true)).docs));
      checked += 1;
      if (docs.some((doc) => holding.has(doc) && !answers.get(beginning).has(doc))) holes.add(`${beginning} (${word})`);
    }
  }
  console.log(`figure: ${checked} beginnings of ${holders.size} words`);
  assert.ok(checked > 2000);
  assert.deepEqual([...holes], []);
});

test('where a file of words ends changes no answer', async (t) => {
  // Words that share beginnings, with the endings that stemmers take or leave, some of them much more often.
  const parts = ['rätt', 'komm', 'un', 'barn', 'sam', 'råd', 'skol', 'a', 'el', 'ing', 'ar', 'et', 'en', 's', 'heter', 'skap', 'na', 't'];
  let seed = 7;
  const random = (below) => (seed = (seed * 48271) % 2147483647) % below;
  const word = () => Array.from({ length: 2 + random(3) }, () => parts[random(parts.length)]).join('');
  const files = {};
  for (let at = 100; at < 160; at++) files[`content/posts/p${at}.md`] = post(`Inlägg ${at}`, Array.from({ length: 200 }, word).join(' '));
  const { index, stem } = await indexOf(await build(t, await site(t, files)));
  assert.ok(index.keys.length > 4, `${index.keys.length} files`);
  const everything = await index.stems(index.keys);
  const brute = { ...index, stems: async () => everything };
  const stems = everything.map(([stem]) => stem);
  // What stands at the edges of files is where answers would go wrong.
  const edges = index.keys.map((from) => stems.findIndex((stem) => key(stem) >= from));
  const asked = stems.filter((_, at) => at % 499 === 0 || edges.some((edge) => Math.abs(edge - at) < 2));
  let checked = 0;
  for (const word of new Set(asked.flatMap((stem) => [...beginnings([stem, `${stem}s`])])))
    for (const open of [true, false]) {
      const [own, all] = [await search(index, stem, [word], open), await search(brute, stem, [word], open)];
      assert.deepEqual([own.docs, own.hits.sort()], [all.docs, all.hits.sort()], `${word} ${open}`);
      checked += own.docs.length > 0;
    }
  assert.ok(checked > 100, `${checked}`);
});

test('small words are those of the language of a post', async (t) => {
  const { ask } = await indexOf(await build(t, await site(t, {
    'content/posts/a.md': post('The rights of men', 'On men and their rights.', 'lang: en\n'),
    'content/posts/b.md': post('Rights', 'Nothing but rights.', 'lang: en\n'),
    'content/posts/c.md': post('Plikter', 'Rättigheter men och plikter.'),
  })));
  const urls = async (query) => (await ask(query)).urls;
  assert.equal((await urls('rights of men '))[0], '/2024/05/a/');
  assert.deepEqual(await urls('men '), ['/2024/05/a/'], 'a Swedish small word is an English word');
  assert.deepEqual(await urls('rättigheter och plikter '), ['/2024/05/c/'], 'and need not be in a Swedish post');
  assert.deepEqual(await urls('plikter the men '), ['/2024/05/c/']);
  const none = await ask('och ');
  assert.deepEqual([none.urls, none.missing, none.small], [[], [], ['och']], 'what is not searched for is no near miss');
  const unknown = await ask('xyzzyx och men ');
  assert.deepEqual([unknown.urls, unknown.missing], [[], ['xyzzyx']]);
});

test('a suggestion takes the place of whole words', () => {
  assert.equal(replaced('Orättrat och rätra, RÄTRA', 'rätra', 'rätta'), 'Orättrat och rätta, rätta');
  assert.equal(replaced('rätra-saker (e-psot)', 'rätra', 'rätta'), 'rätta-saker (e-psot)');
  assert.equal(replaced('en e-psot till', 'epsot', 'epost'), 'en epost till');
});

test('hits are marked, and an excerpt lies around them', () => {
  const stem = (word) => [stemmers.sv(word)];
  const shown = (text, hits, stem, size) => {
    const pieces = size ? around(text, hits, stem, size) : mark(text, places(text, hits, stem));
    return pieces?.map(([text, hit]) => (hit ? `[${text}]` : text)).join('');
  };
  assert.equal(shown('Kommunens ansvar', ['kommun'], stem), '[Kommunens] ansvar');
  assert.equal(shown('Ett kommunpartnerskap', ['partnerskap'], stem), 'Ett [kommunpartnerskap]');
  assert.equal(shown('Hon berättar om rättvisa', ['rätt'], stem), 'Hon berättar om [rättvisa]', 'no hit within a word');
  assert.equal(shown('Skicka e-post', ['epost'], stem), 'Skicka [e-post]');
  const long = `${'ord '.repeat(100)}kommunen svarar ${'ord '.repeat(100)}`;
  const excerpt = shown(long, ['kommun'], stem, 80);
  assert.match(excerpt, /^… (ord )+\[kommunen\] svarar (ord )*ord …$/);
  assert.ok(excerpt.length < 110, excerpt);
  assert.equal(shown('Ingenting', ['kommun'], stem, 80), undefined);
});

test('a withheld post is in no file of the index, and the same site gives the same bytes', async (t) => {
  const root = await site(t, {
    'content/posts/a.md': post('Öppet', 'Text.'),
    'content/posts/b.md': post('Hemligt', 'Kanariefågel.', 'draft: true\ntags: [dold]\n'),
  });
  const { ask, index } = await indexOf(await build(t, root));
  assert.deepEqual([(await ask('kanariefågel')).urls, (await ask('hemligt')).urls, (await ask('dold')).urls], [[], [], []]);
  assert.equal(index.docs, 1);
  const [first, second] = [await build(t, root), await build(t, root)];
  const files = async (dir) => (await readdir(join(dir, 'sok'), { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile()).map(({ parentPath, name }) => relative(dir, join(parentPath, name))).sort();
  const all = await files(first);
  assert.ok(all.length > 5, all.join(' '));
  assert.deepEqual(await files(second), all);
  for (const file of all) assert.deepEqual(await readFile(join(first, file)), await readFile(join(second, file)), file);
  const { index: drafts, ask: askDrafts } = await indexOf(await build(t, root, ['--drafts']));
  assert.deepEqual([drafts.docs, (await askDrafts('kanariefågel')).urls], [2, ['/2024/05/b/']]);
});

// In a browser.

const started = await browser(after);
const results = (page) => page.locator('[data-search=results] [data-part=title]');
const status = (page) => page.locator('[data-search=status]');
// What a page had not fetched yet when one went on is no failure.
const sound = (page) => assert.deepEqual(page.problems.filter((problem) => !problem.endsWith('net::ERR_ABORTED')), []);
const titles = async (page) => (await results(page).allTextContents()).map((title) => title.trim());

test('a query in the address is answered, in order, and nobody else is asked', async (t) => {
  const url = await host(t, await build(t));
  const page = await open(t, started, `${url}/sok/?q=${encodeURIComponent('kommunernas ansvar')}`);
  await status(page).filter({ hasText: '4 träffar' }).waitFor();
  assert.deepEqual((await titles(page)).slice(0, 2), ['Vad gör en kommitté för rättigheter?', 'Artikel 19 är också rätten att få veta']);
  const first = page.locator('[data-search=results] li').first();
  assert.match(await first.textContent(), /5 oktober 2022/);
  assert.match(await first.textContent(), /Örjan Tallfors/);
  await page.locator('[data-part=excerpt] mark').first().waitFor();
  await shot(page, 'search-results');
  sound(page);
});

test('where no hit is in the beginning of a post, the passage around one is shown', async (t) => {
  const url = await host(t, await build(t));
  const page = await open(t, started, `${url}/sok/?q=pandemi`);
  await results(page).first().waitFor();
  const marked = page.locator('[data-part=excerpt] mark').first();
  await marked.waitFor();
  assert.match(await marked.textContent(), /pandemi/i);
  sound(page);
});

test('an address may hold anything, and a query too', async (t) => {
  const url = await host(t, await build(t));
  const page = await open(t, started, `${url}/sok/?length=1&elements=2&q=${encodeURIComponent('xyzzyx $&')}`);
  await status(page).filter({ hasText: 'Inget inlägg innehåller xyzzyx $&.' }).waitFor();
  sound(page);
});

test('a phrase is looked for among what the filters let through', async (t) => {
  const files = {};
  for (let at = 10; at < 50; at++) files[`content/posts/p${at}.md`] = post(`Inlägg ${at}`, 'Lika värde för alla.');
  files['content/posts/gammalt.md'] = post('Gammalt', 'Här står ord om värde. Alla har lika värde.').replace('2024-05-17', '2001-05-17');
  const url = await host(t, await build(t, await site(t, files)));
  const page = await open(t, started, `${url}/sok/?year=2001&q=${encodeURIComponent('"lika värde"')}`);
  await status(page).filter({ hasText: '1 träff' }).waitFor();
  assert.deepEqual(await titles(page), ['Gammalt']);
  sound(page);
});

test('typing answers at once, and the address follows', async (t) => {
  const url = await host(t, await build(t));
  const page = await open(t, started, `${url}/sok/`);
  assert.equal(await status(page).textContent(), '');
  await page.getByLabel('Sökord').pressSequentially('jämstäl');
  await results(page).filter({ hasText: 'Jämställdhet börjar på bussen' }).waitFor();
  await page.waitForURL(/\?q=j%C3%A4mst%C3%A4l$/);
  await page.getByLabel('Sökord').fill('xyzzyx');
  await status(page).filter({ hasText: 'Inget inlägg innehåller xyzzyx.' }).waitFor();
  assert.equal(await results(page).count(), 0);
  await page.getByLabel('Sökord').fill('demokarti');
  const meant = page.getByRole('link', { name: 'demokrati', exact: true });
  await meant.click();
  await results(page).first().waitFor();
  assert.match(page.url(), /q=demokrati$/);
  sound(page);
});

test('filters offer only what gives a hit, and are part of the address', async (t) => {
  const url = await host(t, await build(t));
  const page = await open(t, started, `${url}/sok/?q=partnerskap`);
  await results(page).first().waitFor();
  await page.getByText('Avgränsa').click();
  const years = page.getByLabel('År');
  await years.locator('option', { hasText: '2021' }).waitFor({ state: 'attached' });
  assert.deepEqual(await years.locator('option').allTextContents(), ['Alla', '2023 (1)', '2022 (1)', '2021 (6)', '2020 (1)']);
  const all = Number((await status(page).textContent()).match(/\d+/)[0]);
  await years.selectOption('2021');
  await status(page).filter({ hasText: '6 träffar' }).waitFor();
  assert.ok(all > 6);
  for (const option of await page.getByLabel('Skribent').locator('option').allTextContents()) assert.doesNotMatch(option, /\(0\)/);
  await page.waitForURL(/year=2021/);
  await page.reload();
  await status(page).filter({ hasText: '6 träffar' }).waitFor();
  assert.equal(await years.inputValue(), '2021');
  await page.getByLabel('Sökord').fill('');
  await status(page).filter({ hasText: '8 träffar' }).waitFor();
  await page.getByLabel('Sökord').fill('vähemmistökielet');
  await status(page).filter({ hasText: 'Inget inlägg stämmer med det du har valt.' }).waitFor();
  sound(page);
});

test('without words the filters list all posts, newest first, and offer what is left', async (t) => {
  const url = await host(t, await build(t));
  const page = await open(t, started, `${url}/arkiv/`);
  await page.getByRole('link', { name: 'Filtrera inläggen' }).click();
  await status(page).filter({ hasText: '21 träffar' }).waitFor();
  assert.deepEqual((await titles(page)).slice(0, 2), ['I morgon upphör överenskommelsen, men inte uppdraget', 'What a human rights city promises']);
  const options = async (label) => {
    const all = await page.getByLabel(label).locator('option').allTextContents();
    assert.equal(all.shift(), 'Alla');
    return all.map((text) => /^(.*) \((\d+)\)$/.exec(text).slice(1));
  };
  // Whatever is offered gives as many hits as it says, and so beside a second choice.
  const author = 'Skribent';
  for (const [name, count] of await options(author)) {
    await page.getByLabel(author).selectOption({ label: `${name} (${count})` });
    await status(page).filter({ hasText: new RegExp(`^${count} träff`) }).waitFor();
    for (const [year, both] of (await options('År')).slice(0, 1)) {
      await page.getByLabel('År').selectOption(year);
      await status(page).filter({ hasText: new RegExp(`^${both} träff`) }).waitFor();
      assert.equal(await results(page).count(), Math.min(10, Number(both)));
      await page.getByLabel('År').selectOption('');
      await status(page).filter({ hasText: new RegExp(`^${count} träff`) }).waitFor();
    }
  }
  await shot(page, 'search-filters');
  await page.goto(`${url}/sok/?tag=finns-inte&year=2021`);
  await status(page).filter({ hasText: 'Inget inlägg stämmer med det du har valt.' }).waitFor();
  assert.equal(await page.getByLabel('Etikett').inputValue(), 'finns-inte', 'a tag that is gone is seen');
  await page.getByText('Avgränsa').click();
  await page.getByRole('button', { name: 'Ta bort avgränsningarna' }).click();
  await page.waitForURL(/\/sok\/\?$/);
  assert.equal(await page.getByLabel('Sökord').evaluate((field) => field === document.activeElement), true);
  await page.getByText('Avgränsa').click();
  await status(page).filter({ hasText: '21 träffar' }).waitFor();
  assert.equal(await page.getByRole('button', { name: 'Ta bort avgränsningarna' }).isVisible(), false);
  sound(page);
});

test('quotes, English and Finnish', async (t) => {
  const url = await host(t, await build(t));
  const page = await open(t, started, `${url}/sok/?q=${encodeURIComponent('"det som är allas ansvar"')}`);
  await status(page).filter({ hasText: '1 träff' }).waitFor();
  assert.deepEqual(await titles(page), ['Vad gör en kommitté för rättigheter?']);
  await page.getByLabel('Sökord').fill('promised');
  await results(page).filter({ hasText: 'What a human rights city promises' }).waitFor();
  assert.equal(await results(page).first().getAttribute('lang'), 'en');
  await page.getByLabel('Sökord').fill('vähemmistökielet');
  await results(page).filter({ hasText: 'Viisi vähemmistöä, viisi kieltä' }).waitFor();
  sound(page);
});

test('two people of one name are two choices, and the address holds keys', async (t) => {
  const url = await host(t, await build(t, await site(t, {
    'content/authors/kim-ett.md': '---\nname: Kim Berg\n---\n',
    'content/authors/kim-tva.md': '---\nname: Kim Berg\n---\n',
    'content/posts/a.md': post('Första', 'Granskning.').replace('author: asa', 'author: kim-ett'),
    'content/posts/b.md': post('Andra', 'Granskning.').replace('author: asa', 'author: kim-tva'),
  })));
  const page = await open(t, started, `${url}/sok/?q=granskning&author=kim-tva`);
  await status(page).filter({ hasText: '1 träff' }).waitFor();
  assert.deepEqual(await titles(page), ['Andra']);
  assert.match(await page.locator('[data-part=author]').first().textContent(), /^Kim Berg$/);
  const options = await page.getByLabel('Skribent').locator('option').allTextContents();
  assert.deepEqual(options, ['Alla', 'Kim Berg (1)', 'Kim Berg (1)']);
  sound(page);
});

test('an error leaves no results of another query, and a failed suggestion costs none', async (t) => {
  const url = await host(t, await build(t));
  const page = await open(t, started, `${url}/sok/?q=partnerskap`);
  await results(page).first().waitFor();
  await page.route('**/sok/spelling.txt*', (route) => route.abort());
  await page.getByLabel('Sökord').fill('partnerskap xyzzyx');
  await page.keyboard.press('Enter');
  await status(page).filter({ hasText: 'Inget inlägg har alla orden' }).waitFor();
  assert.ok((await titles(page)).length > 0);
  await page.route('**/sok/index.json*', (route) => route.abort());
  await page.evaluate(() => dispatchEvent(new Event('focus')));
  await page.getByLabel('Sökord').fill('demokrati');
  await status(page).filter({ hasText: 'Sökningen svarar inte just nu.' }).waitFor();
  assert.deepEqual(await titles(page), []);
  assert.equal(await page.getByRole('button', { name: 'Visa fler träffar' }).isVisible(), false);
});

test('without a stemmer nothing is said of what its words find, and the next question tries again', async (t) => {
  const url = await host(t, await build(t));
  const page = await open(t, started, 'about:blank');
  await page.route(/search-en[^/]*\.js/, (route) => route.abort());
  // The index has its stem, `citi`, which is not how it is written.
  await page.goto(`${url}/sok/?q=city`);
  await status(page).filter({ hasText: 'Sökningen svarar inte just nu.' }).waitFor();
  await page.unroute(/search-en[^/]*\.js/);
  await page.getByLabel('Sökord').fill('city ');
  await results(page).filter({ hasText: 'What a human rights city promises' }).waitFor();
});

test('who comes back from a post finds the list as long as it was, at the same place', async (t) => {
  const url = await host(t, await build(t));
  const page = await open(t, started, `${url}/sok/?q=kommun`);
  await results(page).first().waitFor();
  await page.getByRole('button', { name: 'Visa fler träffar' }).click();
  await results(page).nth(12).waitFor();
  const link = results(page).nth(12);
  await link.scrollIntoViewIfNeeded();
  const scrolled = await page.evaluate(() => scrollY);
  await link.click();
  await page.locator('article h1').waitFor();
  await page.goBack();
  await results(page).nth(12).waitFor();
  await page.waitForFunction((before) => Math.abs(scrollY - before) < 200, scrolled);
  assert.equal(await link.evaluate((element) => element === document.activeElement), true, 'the result that was left has the focus');
  // Told once: who scrolls away and loads the page anew is not thrown back.
  await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
  await page.reload();
  await results(page).nth(9).waitFor();
  assert.deepEqual([await results(page).count(), await page.evaluate(() => scrollY)], [10, 0]);
  // At the top of the page, too, the focus comes back.
  await results(page).first().click();
  await page.locator('article h1').waitFor();
  await page.goBack();
  await page.waitForFunction(() => document.activeElement === document.querySelector('[data-search=results] [data-part=title]'));
  // Another query begins at its beginning.
  await page.getByLabel('Sökord').fill('kommunen');
  await page.waitForURL(/q=kommunen/);
  await page.waitForFunction(() => document.querySelectorAll('[data-search=results] [data-part=title]').length <= 10);
  sound(page);
});

test('a suggestion keeps the filters, and is read aloud', async (t) => {
  const url = await host(t, await build(t));
  const page = await open(t, started, `${url}/sok/?q=partnerskpa&year=2021`);
  const meant = page.locator('[role=status]').getByRole('link', { name: 'partnerskap', exact: true });
  await meant.waitFor();
  await meant.click();
  await status(page).filter({ hasText: '6 träffar' }).waitFor();
  const { searchParams } = new URL(page.url());
  assert.deepEqual([searchParams.get('q'), searchParams.get('year')], ['partnerskap', '2021']);
  sound(page);
});

test('nothing is said of a single letter, nor of words that are being typed', async (t) => {
  const url = await host(t, await build(t));
  const page = await open(t, started, `${url}/sok/`);
  await page.evaluate(() => {
    window.said = [];
    const region = document.querySelector('[data-search=status]');
    new MutationObserver(() => said.push(region.textContent)).observe(region, { childList: true });
  });
  await page.getByLabel('Sökord').fill('x');
  await page.waitForURL(/q=x$/);
  for (const text of ['xy', 'xyz', 'jämst']) {
    await page.getByLabel('Sökord').fill(text);
    await page.waitForURL((address) => address.searchParams.get('q') === text);
  }
  await status(page).filter({ hasText: 'träff' }).waitFor();
  const said = (await page.evaluate(() => said)).filter(Boolean);
  assert.ok(said.every((text) => !/ x\.$/.test(text)), said.join(' | '));
  sound(page);
});

test('a phrase is found across what is no word, and in any quotation marks', async (t) => {
  const url = await host(t, await build(t, await site(t, {
    'content/authors/kim-berg.md': '---\nname: Kim Berg\n---\n',
    'content/posts/a.md': post('Om lika värde', 'En inledning.\n\nKommunens ansvar[^1] är stort.  \nSedan kommer mer.\n\n[^1]: En not.').replace('author: asa', 'author: kim-berg'),
  })));
  for (const query of ['"ansvar är stort"', '»ansvar är stort»', '«stort sedan kommer»', '„lika värde“ "sedan kommer"', '"kim berg"', '"ansvar är stort" "-"']) {
    const page = await open(t, started, `${url}/sok/?q=${encodeURIComponent(query)}`);
    await status(page).filter({ hasText: /träff|Inget/ }).waitFor();
    assert.deepEqual(await titles(page), ['Om lika värde'], query);
    sound(page);
  }
});

test('a query with a filter is answered once', async (t) => {
  const url = await host(t, await build(t));
  const page = await open(t, started, `${url}/kontakt/`);
  let asked = 0;
  await page.route('**/sok/index.json', (route) => (asked++, route.continue()));
  await page.goto(`${url}/sok/?q=partnerskap&year=2021`);
  await status(page).filter({ hasText: '6 träffar' }).waitFor();
  await page.evaluate(() => {
    window.changes = 0;
    new MutationObserver(() => changes++).observe(document.querySelector('[data-search=results]'), { childList: true });
  });
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  assert.deepEqual([asked, await page.evaluate(() => changes)], [1, 0]);
  sound(page);
});

test('what is not searched for is said', async (t) => {
  const url = await host(t, await build(t, await site(t, { 'content/posts/a.md': post('Första', 'Det sägs att och räknas.') })));
  const page = await open(t, started, `${url}/sok/?q=${encodeURIComponent('och att ')}`);
  await status(page).filter({ hasText: 'Så vanliga ord söks inte: och att.' }).waitFor();
  sound(page);
});

test('phrases and passages are found where no text may become HTML', async (t) => {
  const policy = `${STRICT}; require-trusted-types-for 'script'; trusted-types 'none'`;
  const url = await host(t, await build(t, await site(t, { 'content/posts/a.md': post('Luften', `${'Ord om annat. '.repeat(60)}\n\nMindre CO<sub>2</sub> i kommunens luft.`) })), { policy });
  const page = await open(t, started, `${url}/sok/?q=${encodeURIComponent('"co2 i kommunens luft"')}`);
  await status(page).filter({ hasText: '1 träff' }).waitFor();
  await page.goto(`${url}/sok/?q=co2`);
  await page.locator('[data-part=excerpt] mark').filter({ hasText: 'CO2' }).waitFor();
  sound(page);
});

test('one page that is missing hides no other, and an answer that was overtaken leaves nothing behind', async (t) => {
  const url = await host(t, await build(t, await site(t, {
    'content/posts/a.md': post('Ena', `${'Ord om annat. '.repeat(60)}\n\nAlla har lika värde.`),
    'content/posts/b.md': post('Andra', `${'Ord om annat. '.repeat(60)}\n\nAlla har lika värde.`),
  })));
  const page = await open(t, started, `${url}/sok/`);
  await page.route('**/2024/05/b/', (route) => route.abort());
  await page.goto(`${url}/sok/?q=${encodeURIComponent('"lika värde"')}`);
  await status(page).filter({ hasText: '1 träff' }).waitFor();
  assert.deepEqual(await titles(page), ['Ena']);
  // If none of the pages can be read, nothing is known.
  await page.route('**/2024/05/a/', (route) => route.abort());
  await page.goto(`${url}/sok/?q=${encodeURIComponent('"lika värde"')}`);
  await status(page).filter({ hasText: 'Sökningen svarar inte just nu.' }).waitFor();
  // The index fails after the next question has been asked, and only once.
  const held = [];
  await page.route('**/sok/index.json*', (route) => (held.length ? route.continue() : held.push(route)));
  await page.goto(`${url}/sok/?q=annat`);
  await page.waitForFunction(() => !document.querySelector('[data-search=form]').hidden);
  await page.getByLabel('Sökord').fill('lika');
  await page.keyboard.press('Enter');
  while (!held.length) await page.waitForTimeout(20);
  await held[0].abort();
  await status(page).filter({ hasText: '2 träffar' }).waitFor();
});

test('a post is fetched for a result only if nothing of it that is shown holds a word, and not while typing', async (t) => {
  const url = await host(t, await build(t, await site(t, {
    'content/posts/a.md': post('Granskning', `${'Ord om annat. '.repeat(60)}\n\nEn granskning.`),
    'content/posts/b.md': post('Andra', `${'Ord om annat. '.repeat(60)}\n\nEn granskning.`),
  })));
  const page = await open(t, started, `${url}/sok/`);
  const fetched = [];
  page.on('request', (request) => /2024/.test(request.url()) && fetched.push(new URL(request.url()).pathname));
  await page.getByLabel('Sökord').fill('gransk');
  await results(page).nth(1).waitFor();
  assert.deepEqual(fetched, []);
  await page.locator('[data-part=excerpt] mark').first().waitFor();
  assert.deepEqual(fetched, ['/2024/05/b/']);
  sound(page);
});

test('a theme may leave parts out', async (t) => {
  const template = await readFile(join(PROJECT, 'themes/default/templates/search.html'), 'utf8');
  const less = template
    .replace('["network", "author", "tag", "year"]', '["network", "tag"]')
    .replace(/<p class="meta" data-part="network"><\/p>/, '')
    .replace(/<p data-search="hint".*<\/p>/, '');
  assert.ok(!/data-search="hint"|data-part="network"|"year"/.test(less));
  const url = await host(t, await build(t, await site(t, { 'templates/search.html': less, 'content/posts/a.md': post('Första', 'Granskning.') })));
  const page = await open(t, started, `${url}/sok/?q=granksning`);
  await status(page).filter({ hasText: 'Inget inlägg innehåller granksning.' }).waitFor();
  await page.goto(`${url}/sok/?q=granskning&year=2024`);
  await status(page).filter({ hasText: '1 träff' }).waitFor();
  sound(page);
});

test('without JavaScript the page shows the other ways', async (t) => {
  const url = await host(t, await build(t));
  const page = await open(t, started, `${url}/sok/?q=jämställdhet`, { script: false });
  assert.ok(await page.getByText('Sökrutan behöver JavaScript').isVisible());
  assert.equal(await page.getByLabel('Sökord').isVisible(), false);
  for (const name of ['Etiketter', 'Nätverk', 'Skribenter', 'Arkiv'])
    assert.ok(await page.locator('main').getByRole('link', { name, exact: true }).isVisible(), name);
});

test('the keyboard is enough, and more results keep the place', async (t) => {
  const files = {};
  for (let at = 10; at < 35; at++) files[`content/posts/p${at}.md`] = post(`Inlägg ${at}`, 'Granskning.');
  const url = await host(t, await build(t, await site(t, files)));
  const page = await open(t, started, `${url}/sok/`);
  await page.getByLabel('Sökord').focus();
  await page.keyboard.type('granskning');
  await page.keyboard.press('Enter');
  await status(page).filter({ hasText: '25 träffar' }).waitFor();
  assert.equal(await results(page).count(), 10);
  await page.getByRole('button', { name: 'Visa fler träffar' }).focus();
  await page.keyboard.press('Enter');
  await results(page).nth(19).waitFor();
  const focused = await page.evaluate(() => document.activeElement.textContent);
  assert.equal(focused, (await titles(page))[10]);
  sound(page);
});

for (const width of [320, 1280])
  for (const dark of [false, true])
    test(`the page is whole at ${width} px, ${dark ? 'dark' : 'light'}`, async (t) => {
      const url = await host(t, await build(t));
      const page = await open(t, started, `${url}/sok/?q=tillg%C3%A4nglighet&year=2022`, { width, dark });
      await results(page).first().waitFor();
      const axe = await readFile(join(PROJECT, 'tests/browser/node_modules/axe-core/axe.min.js'), 'utf8');
      await page.evaluate(axe);
      const { violations } = await page.evaluate(() => axe.run());
      assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`), []);
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth), false, 'nothing sticks out');
      await shot(page, `search-results-${width}-${dark ? 'dark' : 'light'}`);
    });

test('an old file is noticed, whatever was edited', async (t) => {
  const root = await sample(t);
  const before = await build(t, root);
  await edit(root, 'content/posts/2022/2022-05-03-artikel-19.md', 'I dag är det pressfrihetens dag.', 'I dag är det granskningsdag för kvastar, orkidéer och zebror.');
  const now = await build(t, root);
  const old = fileOf(before);
  const fresh = fileOf(now);
  const isIndex = (address) => address.startsWith('index.json');
  const { ask } = await indexOf(now);
  const fixed = await indexOf(now, (address, cache) => (isIndex(address) || cache === 'reload' ? fresh(address) : old(address).catch(() => [])));
  const broken = await indexOf(now, (address) => (isIndex(address) ? fresh(address) : old(address).catch(() => [])));
  let refused = 0;
  for (const [query] of queries) {
    const { urls } = await ask(query);
    assert.deepEqual((await fixed.ask(query)).urls, urls, query);
    const found = await broken.ask(query).catch(() => refused++ >= 0);
    if (found.urls) assert.deepEqual(found.urls, urls, query);
  }
  assert.ok(refused > 5, `only ${refused} queries met a file of before`);
});

test('who comes in the middle of an upload is answered once it is over', async (t) => {
  const files = { 'content/posts/a.md': post('Första', 'Granskning.', 'tags: [zebra]\n'), 'content/posts/b.md': post('Andra', 'Granskning av granskningen.') };
  const before = await build(t, await site(t, { ...files, 'content/posts/b.md': post('Andre', 'Om annat.') }));
  const now = await build(t, await site(t, files));
  const damages = {
    old: (path) => readFile(join(before, path)),
    cut: (path, bytes) => bytes.subarray(0, bytes.length / 2),
    empty: () => '',
    page: () => readFile(join(now, '404.html')),
  };
  for (const [name, damage] of Object.entries(damages)) {
    let uploading = true;
    const cache = new Map();
    const url = await host(t, now, { cache, change: (path, bytes) => (uploading && /^.sok.(words|posts|filters|spelling)/.test(path) ? damage(path, bytes) : bytes) });
    const page = await open(t, started, `${url}/sok/?q=granskning&tag=zebra`);
    await status(page).filter({ hasText: 'Sökningen svarar inte just nu.' }).waitFor();
    uploading = false;
    page.problems.length = 0;
    await page.goto(`${url}/sok/?q=granskning`);
    await status(page).filter({ hasText: '2 träffar' }).waitFor();
    assert.deepEqual(await titles(page), ['Andra', 'Första'], name);
    await page.goto(`${url}/sok/?q=granskning&tag=zebra`);
    await status(page).filter({ hasText: '1 träff' }).waitFor();
    await page.goto(`${url}/sok/?q=granksning`);
    await page.getByRole('link', { name: 'granskning', exact: true }).waitFor();
    sound(page);
  }
});

test('files of two states of the site are never mixed', async (t) => {
  const before = await build(t, await site(t, { 'content/posts/b.md': post('Andra', 'Granskning.') }));
  const files = { 'content/posts/a.md': post('Första', 'Granskning.'), 'content/posts/b.md': post('Andra', 'Granskning.') };
  const url = await host(t, await build(t, await site(t, files)));
  const page = await open(t, started, `${url}/sok/`);
  // A cache on the way has kept the old contents, and asks the host only when told to.
  let asked = 0;
  await page.route('**/sok/index.json*', async (route) => (asked++ ? route.continue() : route.fulfill({ path: join(before, 'sok/index.json') })));
  await page.goto(`${url}/sok/?q=granskning`);
  await status(page).filter({ hasText: '2 träffar' }).waitFor();
  assert.equal(asked, 2);
  await page.unroute('**/sok/index.json*');
  await page.route('**/sok/words/*', (route) => route.abort());
  await page.goto(`${url}/sok/?q=granskning`);
  await status(page).filter({ hasText: 'Sökningen svarar inte just nu.' }).waitFor();
});

test('a site may lie below a path', async (t) => {
  const root = await site(t, { 'content/posts/a.md': post('Första', 'Granskning.') });
  const out = await build(t, root, ['--base-url', 'https://blogg.example.se/en/vag/']);
  const below = join(await folder(t), 'en/vag');
  await cp(out, below, { recursive: true });
  const page = await open(t, started, `${await host(t, join(below, '../..'))}/en/vag/sok/?q=granskning`);
  await results(page).filter({ hasText: 'Första' }).waitFor();
  assert.equal(await results(page).first().getAttribute('href'), '/en/vag/2024/05/a/');
  sound(page);
});

test('serve makes the files when they are asked for, and finds a saved edit', async (t) => {
  const root = await sample(t);
  const { url } = await serve(t, root);
  const page = await open(t, started, `${url}/sok/?q=granskningsordet`);
  await status(page).filter({ hasText: 'Inget inlägg innehåller' }).waitFor();
  await edit(root, 'content/posts/2022/2022-05-03-artikel-19.md', 'I dag är det pressfrihetens dag.', 'Granskningsordet. I dag är det pressfrihetens dag.');
  const until = Date.now() + 20_000;
  for (;;) {
    await page.goto(`${url}/sok/?q=granskningsordet`);
    await status(page).filter({ hasText: /\S/ }).waitFor();
    if (/1 träff/.test(await status(page).textContent())) break;
    assert.ok(Date.now() < until, 'the edit was never found');
  }
  assert.deepEqual(await titles(page), ['Artikel 19 är också rätten att få veta']);
  // Who stays on the page and comes back from the editor finds the next edit as well.
  await edit(root, 'content/posts/2022/2022-05-03-artikel-19.md', 'Granskningsordet.', 'Granskningsordet och letningsordet.');
  while (!(await (await fetch(`${url}/2022/05/artikel-19/`)).text()).includes('letningsordet')) assert.ok(Date.now() < until, 'the edit was never served');
  await page.evaluate(() => dispatchEvent(new Event('focus')));
  await page.getByLabel('Sökord').fill('letningsordet');
  await status(page).filter({ hasText: '1 träff' }).waitFor();
});
