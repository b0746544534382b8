interface Word {
  text: string;
  /** Joined to the word before by a hyphen. */
  joined: boolean;
}

const mostWords = 12_000;
/** "40 new bare-metal hosts": how many words may stand between a number and what is counted. */
const mostBetween = 3;

/**
 * Whether a text holds a phrase, as an administrator writes it: words in any case; a star at the end of a word stands
 * for its rest, alone for one word; a hyphen asks for a hyphen, a space takes either; "20+ hosts" asks for a number of
 * 20 or more. Made of comparisons only, so that no phrase and no text can keep the portal busy.
 */
export function holdsPhrase(text: string, phrase: string): boolean {
  const wanted = wordsOf(phrase, /[\p{L}\p{N}]+(?:\+|\*)?|\*/gu);
  const words = wordsOf(text, /[\p{L}\p{N}]+(?:[.,]\p{N}+)*/gu);
  const [first, ...rest] = wanted;
  // Only after the number that begins a phrase may other words stand between.
  const between = first?.text.endsWith("+") ? mostBetween : 0;
  return words.some(
    (word, at) =>
      first && isMeant(word, first) && standWithin(words, { from: at + 1, to: at + 1 + between }, rest),
  );
}

function wordsOf(text: string, word: RegExp): Word[] {
  const words: Word[] = [];
  let end = -1;
  for (const found of text.toLowerCase().matchAll(word)) {
    words.push({ text: found[0], joined: found.index === end + 1 && text[end] === "-" });
    end = found.index + found[0].length;
    if (words.length === mostWords) break;
  }
  return words;
}

function standWithin(
  words: readonly Word[],
  { from, to }: { from: number; to: number },
  wanted: readonly Word[],
): boolean {
  for (let at = from; at <= to; at += 1) {
    if (wanted.every((each, step) => isMeant(words[at + step], each))) return true;
  }
  return false;
}

function isMeant(word: Word | undefined, wanted: Word): boolean {
  if (!word || (wanted.joined && !word.joined)) return false;
  if (wanted.text === "*") return true;
  const stem = wanted.text.slice(0, -1);
  if (wanted.text.endsWith("*")) return word.text.startsWith(stem);
  if (wanted.text.endsWith("+")) return Number(word.text.replaceAll(",", "")) >= Number(stem);
  return word.text === wanted.text;
}
