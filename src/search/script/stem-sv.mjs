// The Swedish stemmer.

import { region } from "./stem.mjs";

const main =
  /(a(d(es?)?|nde[snt]?|re(ns?)?|rne|ste?|r(nas?)?|t|s)?|e(s|ns?|r(n[as]?|nas)?|t)?|or(nas?)?|het(e(ns?|r(na)?))?|s)$/;
const et = text =>
  /.[aeiouyåäö][^aeiouyåäö]$/.test(text) &&
  !/(fab|h|pak|rak|stak|kom|iet|[cdmnprstux]it|[ai]lit|[ik]vit)$/.test(text);

export default word => {
  const from = Math.max(3, region(word, "aeiouyåäö"));
  const [ending] = word.slice(from).match(main) || [""];
  const rest = word.slice(0, word.length - ending.length);
  if (ending == "s") {
    if (/et$/.test(rest) && et(rest.slice(0, -2))) word = rest.slice(0, -2);
    else if (/[bcdfghjklmnoprtvy]$/.test(rest)) word = rest;
  } else if (ending != "et" || et(rest)) word = rest;
  const before = /[iklnprtuv]öst$/.test(word);
  return (
    word.slice(0, from) +
    word
      .slice(from)
      .replace(/(dd|gd|nn|[dgkt]t)$/, pair => pair[0])
      .replace(/(l?ig|els)$|(full)t$/, "$2")
      .replace(/öst$/, before ? "ös" : "öst")
  );
};
