// Pictures as browsers show them: what is published looks like the original, and pages
// state the size at which it is shown.

import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { crc32, deflateSync } from 'node:zlib';
import { browser, build, folder, host, open, site, write } from './harness.mjs';

const started = await browser(after);

/** 40 × 20 pixels, red to the left and blue to the right. */
const JPEG = Buffer.from('/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAIBAQEBAQIBAQECAgICAgQDAgICAgUEBAMEBgUGBgYFBgYGBwkIBgcJBwYGCAsICQoKCgoKBggLDAsKDAkKCgr/2wBDAQICAgICAgUDAwUKBwYHCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgr/wAARCAAUACgDAREAAhEBAxEB/8QAFgABAQEAAAAAAAAAAAAAAAAAAAcI/8QAGBABAAMBAAAAAAAAAAAAAAAAAAhFhMP/xAAXAQEBAQEAAAAAAAAAAAAAAAAJAAoI/8QAGBEBAAMBAAAAAAAAAAAAAAAAAAlGhMT/2gAMAwEAAhEDEQA/AMXuUz+CSQyqodXEqkZdrw9g15DKzt5EhKoNcSa8ZV2lASSGVVDq4lUjLteHsGvIZWdvIkJVBriTXjKu0oCSQyqodXEqkZdrw9g15DKzt5EhKoNcSf/Z', 'base64');
const WEBP = Buffer.from('UklGRigAAABXRUJQVlA4TBsAAAAvJ8AEAA8Q87//8x8OBAKEA/+1BgRE9D9K2AMA', 'base64');

const SHORT = 3, LONG = 4;

/** A TIFF structure with entries for the orientation: type, count and value. */
function tiff(...entries) {
  const bytes = Buffer.alloc(10 + 12 * entries.length + 4);
  bytes.write('MM\0*\0\0\0\x08', 'latin1');
  bytes.writeUInt16BE(entries.length, 8);
  entries.forEach(([type, count, value], index) => {
    const at = 10 + 12 * index;
    bytes.writeUInt16BE(0x0112, at);
    bytes.writeUInt16BE(type, at + 2);
    bytes.writeUInt32BE(count, at + 4);
    if (type === SHORT) bytes.writeUInt16BE(value, at + 8);
    else bytes.writeUInt32BE(value, at + 8);
  });
  return bytes;
}

const turned = (orientation) => tiff([SHORT, 1, orientation]);

function jpeg(...exifs) {
  const segments = exifs.map((exif) => {
    const head = Buffer.from([0xff, 0xe1, 0, exif.length + 8]);
    return Buffer.concat([head, Buffer.from('Exif\0\0', 'latin1'), exif]);
  });
  return Buffer.concat([JPEG.subarray(0, 2), ...segments, JPEG.subarray(2)]);
}

function chunk(kind, payload) {
  const body = Buffer.concat([Buffer.from(kind, 'latin1'), payload]);
  const length = Buffer.alloc(4), checksum = Buffer.alloc(4);
  length.writeUInt32BE(payload.length);
  checksum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, checksum]);
}

/** The same picture; `before` and `behind` are chunks around its pixels. */
function png(before = [], behind = [], left = [255, 0, 0], right = [0, 0, 255]) {
  const line = Buffer.concat([Buffer.from([0]), ...Array(20).fill(Buffer.from(left)), ...Array(20).fill(Buffer.from(right))]);
  const header = Buffer.from([0, 0, 0, 40, 0, 0, 0, 20, 8, 2, 0, 0, 0]);
  const pixels = chunk('IDAT', deflateSync(Buffer.concat(Array(20).fill(line))));
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), chunk('IHDR', header), ...before, pixels, ...behind, chunk('IEND', Buffer.alloc(0))]);
}

function webp(exif) {
  const part = (kind, payload) => {
    const length = Buffer.alloc(4);
    length.writeUInt32LE(payload.length);
    return Buffer.concat([Buffer.from(kind), length, payload]);
  };
  const canvas = Buffer.from([8, 0, 0, 0, 39, 0, 0, 19, 0, 0]);
  return part('RIFF', Buffer.concat([Buffer.from('WEBP'), part('VP8X', canvas), WEBP.subarray(12), part('EXIF', exif)]));
}

/** A wide-gamut profile, and more than colours need. */
function profile() {
  const fixed = (...numbers) => {
    const bytes = Buffer.alloc(8 + 4 * numbers.length);
    bytes.write('XYZ ');
    numbers.forEach((number, index) => bytes.writeInt32BE(Math.round(number * 65536), 8 + 4 * index));
    return bytes;
  };
  const curve = Buffer.from('curv\0\0\0\0\0\0\0\x01\x02\x33\0\0', 'latin1');
  const tags = [
    ['desc', Buffer.from(`desc\0\0\0\0\0\0\0\x05Anna\0${'\0'.repeat(79)}`, 'latin1')],
    ['wtpt', fixed(0.9505, 1, 1.0891)],
    ['rXYZ', fixed(0.51512, 0.2412, -0.00105)], ['gXYZ', fixed(0.29198, 0.69225, 0.04189)], ['bXYZ', fixed(0.1571, 0.06657, 0.78407)],
    ['rTRC', curve], ['gTRC', curve], ['bTRC', curve],
  ];
  const head = Buffer.alloc(132 + 12 * tags.length);
  head.write('\x02\x10\0\0mntrRGB XYZ ', 8, 'latin1');
  head.write('acspAPPL', 36);
  head.write('\0\0\xf6\xd6\0\x01\0\0\0\0\xd3\x2d', 68, 'latin1');
  head.writeUInt32BE(tags.length, 128);
  let at = head.length;
  tags.forEach(([name, data], index) => {
    head.write(name, 132 + 12 * index);
    head.writeUInt32BE(at, 136 + 12 * index);
    head.writeUInt32BE(data.length, 140 + 12 * index);
    at += data.length;
  });
  head.writeUInt32BE(at, 0);
  return Buffer.concat([head, ...tags.map(([, data]) => data)]);
}

const exif = (orientation) => chunk('eXIf', turned(orientation));
const embedded = chunk('iCCP', Buffer.concat([Buffer.from('Anna\0\0', 'latin1'), deflateSync(profile())]));

const PICTURES = {
  ...Object.fromEntries([1, 2, 3, 4, 5, 6, 7, 8].flatMap((way) => [
    [`way-${way}.jpg`, jpeg(turned(way))], [`way-${way}.png`, png([exif(way)])], [`way-${way}.webp`, webp(turned(way))],
  ])),
  'count-0.jpg': jpeg(tiff([SHORT, 0, 6])), 'count-2.jpg': jpeg(tiff([SHORT, 2, 6])), 'long.jpg': jpeg(tiff([LONG, 1, 6])),
  'nine-then-six.jpg': jpeg(tiff([SHORT, 1, 9], [SHORT, 1, 6])), 'six-then-eight.jpg': jpeg(tiff([SHORT, 1, 6], [SHORT, 1, 8])),
  'count-then-six.jpg': jpeg(tiff([SHORT, 2, 8], [SHORT, 1, 6])), 'two-segments.jpg': jpeg(turned(1), turned(6)),
  'none-then-six.jpg': jpeg(tiff(), turned(6)),
  'behind.png': png([], [exif(6)]), 'one-then-six.png': png([exif(1)], [exif(6)]), 'six-then-one.png': png([exif(6)], [exif(1)]),
  'prefixed.png': png([chunk('eXIf', Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), turned(6)]))]),
  'prefixed.webp': webp(Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), turned(6)])),
  'colours.png': png([embedded], [], [200, 100, 50], [30, 180, 90]),
};

test('what is published looks like the original, and pages know its size', async (t) => {
  const names = Object.keys(PICTURES);
  const root = await site(t, {
    'content/posts/2026-01-01-bilder.md': `---\ntitle: Bilder\nauthor: asa\n---\n\n${names.map((name) => `![Bild ${name}](/${name})`).join('\n\n')}\n`,
  });
  for (const name of names) await write(root, `static/${name}`, PICTURES[name]);
  const originals = await folder(t);
  for (const name of names) await write(originals, name, PICTURES[name]);
  await write(originals, 'index.html', '<!doctype html><link rel="icon" href="data:,">');
  const policy = "default-src 'self' data:";
  const before = await open(t, started, `${await host(t, originals, { policy })}/`);
  const page = await open(t, started, `${await host(t, await build(t, root))}/2026/01/bilder/`);
  for (const name of names) {
    const shown = await look(page, `/${name}`);
    assert.deepEqual(shown, await look(before, `/${name}`), `${name} looks otherwise`);
    const image = page.locator(`main img[src$="/${name}"]`);
    const size = await image.evaluate((image) => ['width', 'height'].map((side) => Number(image.getAttribute(side))));
    assert.deepEqual(size, [shown.width, shown.height], `${name} has another size`);
  }
  // The test would see it: a picture is turned, and the profile changes its colours.
  const { width, pixels } = await look(page, '/way-6.jpg');
  assert.equal(width, 20);
  assert.ok(pixels[0][0] > 200 && pixels[2][2] > 200);
  assert.notDeepEqual((await look(page, '/colours.png')).pixels[0].slice(0, 3), [200, 100, 50]);
});

/** Size and corners of a picture as the browser draws it. */
function look(page, source) {
  return page.evaluate(async (source) => {
    const image = new Image();
    await new Promise((good, bad) => { image.onload = good; image.onerror = bad; image.src = source; });
    const { naturalWidth: width, naturalHeight: height } = image;
    const canvas = Object.assign(document.createElement('canvas'), { width, height });
    const context = canvas.getContext('2d');
    context.drawImage(image, 0, 0);
    const pixel = (x, y) => [...context.getImageData(x, y, 1, 1).data];
    return { width, height, pixels: [pixel(2, 2), pixel(width - 3, 2), pixel(2, height - 3), pixel(width - 3, height - 3)] };
  }, source);
}
