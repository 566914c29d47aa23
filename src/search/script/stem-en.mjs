// The English stemmer.

import { region } from "./stem.mjs";

// The longest of some endings, at the end of a text; JavaScript looks from the left.
const ends = endings => RegExp(`(${endings.replace(/ /g, "|")})$`);

// Endings and what takes their place.
const table = text => {
  const pairs = Object.fromEntries(text.split(" ").map(pair => pair.split(":")));
  return [ends(Object.keys(pairs).join(" ")), pairs];
};
const second = table(
  "tional:tion enci:ence anci:ance abli:able entli:ent izer:ize ization:ize ational:ate ation:ate ator:ate alism:al aliti:al alli:al fulli:ful fulness:ful ousli:ous ousness:ous iveness:ive iviti:ive biliti:ble bli:ble ogist:og ogi: lessli:less li:",
);
const third = table(
  "tional:tion ational:ate alize:al icate:ic iciti:ic ical:ic ful: ness: ative:",
);
const fourth = ends("ic ance ence able ible ate ive ize iti al ism ion er ous ant ent ment ement");
const fixed =
  "andes: atlas: bias: cosmos: howe: news: sky: early:earli gently:gentl idly:idl only:onli singly:singl skies:sky skis:ski ugly:ugli";
const short = word =>
  /([^aeiouy][aeiouy][^aeiouywxY]|^[aeiouy][^aeiouy]|past)$/.test(word);

export default word => {
  const whole = fixed.match(`(^| )${word}:(\\w*)`);
  if (whole) return whole[2] || word;
  if (word.length < 3) return word;
  word = word.replace(/^y/, "Y").replace(/([aeiouy])y/g, "$1Y");
  const p1 = (
    word.match(/^(arsen|commun|emerg|gener|inter|later|organ|past|univers)/) || [
      word.slice(0, region(word, "aeiouy")),
    ]
  )[0].length;
  const p2 = p1 + region(word.slice(p1), "aeiouy");
  const cut = count => (word = word.slice(0, -count));

  if (/sses$/.test(word)) cut(2);
  else if (/ie[ds]$/.test(word)) cut(word.length > 4 ? 2 : 1);
  else if (/[aeiouy].*[^us]s$/.test(word)) cut(1);

  let [ending] = word.match(/(eed|ing|ed)(ly)?$/) || [""];
  let rest = word.slice(0, word.length - ending.length);
  if (/^ee/.test(ending)) {
    if (rest.length >= p1 && !/^(succ|proc|exc)$/.test(rest)) word = rest + "ee";
  } else if (ending == "ing" && /^[^aeiouy]y$/.test(rest)) word = rest[0] + "ie";
  else if (
    /[aeiouy]/.test(rest) &&
    ending &&
    !(ending == "ing" && /^(even|cann|inn|earr|herr|out)$/.test(rest))
  ) {
    word = rest;
    if (/(at|bl|iz)$/.test(word)) word += "e";
    else if (/(bb|dd|ff|gg|mm|nn|pp|rr|tt)$/.test(word)) {
      if (!/^[aeo]..$/.test(word)) cut(1);
    } else if (word.length == p1 && short(word)) word += "e";
  }

  word = word.replace(/(.[^aeiouy])[yY]$/, "$1i");

  const change = ([endings, pairs]) => {
    [ending] = word.match(endings) || [""];
    rest = word.slice(0, word.length - ending.length);
    if (!ending || rest.length < p1) return;
    if (ending == "ogi" ? /l$/.test(rest) : ending != "li" || /[cdeghkmnrt]$/.test(rest))
      if (ending != "ative" || rest.length >= p2)
        word = rest + (ending == "ogi" ? "og" : pairs[ending]);
  };
  change(second);
  change(third);

  [ending] = word.match(fourth) || [""];
  rest = word.slice(0, word.length - ending.length);
  if (rest.length >= p2 && (ending != "ion" || /[st]$/.test(rest))) word = rest;

  rest = word.slice(0, -1);
  if (/e$/.test(word)) {
    if (rest.length >= p2 || (rest.length >= p1 && !short(rest))) word = rest;
  } else if (/ll$/.test(word) && rest.length >= p2) word = rest;
  return word.replace(/Y/g, "y");
};
