// Reads lines `language word stem` and says which of them the script stems otherwise.

import { join } from 'node:path';
import { createInterface } from 'node:readline';

const scripts = join(import.meta.dirname, '../../src/search/script');
const stemmers = {};
for (const code of ['sv', 'en', 'fi']) stemmers[code] = (await import(join(scripts, `stem-${code}.mjs`))).default;
const { key } = await import(join(scripts, 'text.mjs'));

let lines = 0;
let wrong = 0;
for await (const line of createInterface({ input: process.stdin })) {
  const [code, word, stem, order] = line.split(' ');
  const found = stemmers[code](word);
  lines += 1;
  if (found === stem && key(stem) === order) continue;
  wrong += 1;
  if (wrong <= 20) console.log(`${code}: ${word} is ${stem} (${order}) in Rust and ${found} (${key(stem)}) in the script`);
}
console.log(`${lines} stems, ${wrong} differ`);
process.exitCode = lines === 0 || wrong > 0 ? 1 : 0;
