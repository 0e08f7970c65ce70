/** Text as an expert would compare it by hand: enough for the messages of the benchmark. */

/** Lower case, no accents but with ñ, single spaces. */
export function foldText(text) {
  return text
    .toLowerCase()
    .normalize("NFD")
    .replace(/(?<!n)\u0303|[\u0300-\u0302\u0304-\u036f]/g, "")
    .normalize("NFC")
    .replace(/\s{2,}|[^\S ]/g, " ");
}

const WORD_CHARACTER = /[\p{L}\p{N}]/u;
const IN_ASCII = Array.from({ length: 128 }, (_, code) => WORD_CHARACTER.test(String.fromCharCode(code)));

const isWordCharacterAt = (text, at) => {
  const code = text.charCodeAt(at);
  return code < 128 ? IN_ASCII[code] : code >= 128 && WORD_CHARACTER.test(text[at]);
};

/** Whether a word stands in a folded text with no letter or digit at its edges. */
export function hasWord(text, word) {
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1)) {
    if (!isWordCharacterAt(text, at - 1) && !isWordCharacterAt(text, at + word.length)) return true;
  }
  return false;
}

/** Any or all of the words, as words of their own or anywhere: what peers are given as an operation. */
export function says(text, words, mode, match) {
  const found = mode === "word" ? hasWord : includes;
  if (match === "all") {
    for (const word of words) if (!found(text, word)) return false;
    return true;
  }
  for (const word of words) if (found(text, word)) return true;
  return false;
}

const includes = (text, word) => text.includes(word);

const regexes = new Map();

/** One RegExp for each pattern, whoever asks. */
export function regexOf(pattern, flags) {
  const key = `${flags}/${pattern}`;
  const regex = regexes.get(key) ?? new RegExp(pattern, flags);
  regexes.set(key, regex);
  return regex;
}
