// What the stemmers have in common. They are Snowball 3, as in Rust; a test compares
// the two over whole word lists.

// Where the region after the first consonant that follows a vowel begins.
export const region = (word, vowels) =>
  (word.match(RegExp(`^[^${vowels}]*[${vowels}]+[^${vowels}]`)) || [word])[0].length;
