// The Finnish stemmer.

import { region } from "./stem.mjs";

export default word => {
  const p1 = region(word, "aeiouyäö");
  const p2 = p1 + region(word.slice(p1), "aeiouyäö");
  // Takes away an ending after `from`, where what is before it allows that.
  const take = (from, endings, allows) => {
    const [ending] = word.slice(from).match(endings) || [""];
    const rest = word.slice(0, word.length - ending.length);
    return ending && allows(rest, ending) && ((word = rest), ending);
  };

  take(p1, /(pa|sti|kaan|han|kin|hän|kään|ko|pä|kö)$/, (rest, ending) =>
    ending == "sti" ? rest.length >= p2 : /[aeinotuyäö]$/.test(rest),
  );
  const own = take(p1, /(ns[aä]|mme|nne|[ns]i|[aäe]n)$/, (rest, ending) =>
    ({
      si: /(^|[^k])$/,
      an: /(lla|na|ssa|ta)$/,
      än: /(llä|nä|ssä|tä)$/,
      en: /(lle|ine)$/,
    })[ending]?.test(rest) ?? 1,
  );
  if (own == "ni") word = word.replace(/kse$/, "ksi");

  let ended = /([aeiouäö]i(den|tten|siin)|(aa|ee|ii|oo|uu|ää|öö)seen)$/.test(word.slice(p1));
  if (ended) word = word.replace(/(.den|tten|siin|seen)$/, end => (end[1] == "d" ? end[0] : ""));
  else
    ended = take(
      p1,
      /((ll|n|ss|[lst]?t)?[aä]|lle|ine|ksi|h[aäeioö]n|n)$/,
      (rest, ending) => {
        const before = { tt: "e", he: "e" }[ending.slice(0, 2)] || (ending[0] == "h" && ending[1]);
        return before ? rest.endsWith(before) : ending[1] || ending == "n" || /[b-df-hj-np-tv-xz][aeiouyäö]$/.test(rest);
      },
    );
  if (ended == "n") word = word.replace(/(aa|ee|ii|oo|uu|ää|öö|ie)$/, pair => pair[0]);

  const more = (rest, ending) => ending[0] != "m" || !/po$/.test(rest);
  take(p2, /(ej[aä]|i?m[mp][aäi])$/, more);

  if (ended) take(p1, /[ij]$/, () => 1);
  else if (take(p1, /t$/, rest => /[aeiouyäö]$/.test(rest.slice(p1)))) take(p2, /i?mma$/, more);

  const tail = word
    .slice(p1)
    .replace(/(aa|ee|ii|oo|uu|ää|öö)$/, pair => pair[0])
    .replace(/([b-df-hj-np-tv-xz])[aeiä]$/, "$1")
    .replace(/([ou])j$/, "$1")
    .replace(/jo$/, "j");
  return word.length < p1
    ? word
    : (word.slice(0, p1) + tail).replace(/([b-df-hj-np-tv-xz])\1([aeiouyäö]*)$/, "$1$2");
};
