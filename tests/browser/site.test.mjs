// The sample blog on a static host: nothing fails, and nothing leaves the host.

import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { browser, build, host, open, shot } from './harness.mjs';

const started = await browser(after);

for (const [name, options] of [['narrow-dark', { width: 320, dark: true }], ['wide-light', { width: 1280 }]]) {
  test(`the start page and the first post, ${name}`, async (t) => {
    const address = await host(t, await build(t));
    const page = await open(t, started, `${address}/`, options);
    await shot(page, `home-${name}`);
    const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(await overflow() <= 0, 'the start page is wider than the window');
    await page.locator('main article a, main .items a').first().click();
    await page.waitForURL((url) => url.pathname !== '/');
    await shot(page, `post-${name}`);
    assert.equal(await page.locator('h1').count(), 1);
    assert.ok(await overflow() <= 0, 'the post is wider than the window');
    assert.deepEqual(page.problems, []);
  });
}
