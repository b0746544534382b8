import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countWords, minutesToRead, readingLoad, readingLoadSentence } from "@/lib/meetings/reading-load";

describe("words", () => {
  it.each([
    ["", 0],
    ["  \n ", 0],
    ["One word", 2],
    ["don't stop", 2],
    ["10 + 10 minutes", 3],
    ["**bold**, _not_ bold", 3],
    ["CentOS Stream 10.1", 3],
    ["ein schöner Tag", 3],
    ["שלום עולם", 2],
    ["🎉 hooray", 1],
  ])("in %j are counted as people count them", (text, words) => {
    expect(countWords(text)).toBe(words);
  });

  it("of two texts are those of both together", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (one, other) => {
        expect(countWords(`${one}\n${other}`)).toBe(countWords(one) + countWords(other));
      }),
    );
  });
});

describe("what a director has to read", () => {
  it.each([
    [0, 0],
    [1, 1],
    [220, 1],
    [221, 2],
    [2_640, 12],
  ])("%i words take %i minutes", (words, minutes) => {
    expect(minutesToRead(words)).toBe(minutes);
  });

  it("is said in words, with what is left of it", () => {
    const things = [
      { words: 1_540, isRead: true },
      { words: 1_000, isRead: false },
      { words: 100, isRead: false },
    ];
    expect(readingLoadSentence(readingLoad(things))).toBe(
      "2,640 words, about 12 minutes. 2 of 3 proposals are not read yet: about 5 minutes.",
    );
    expect(readingLoadSentence(readingLoad(things.slice(0, 1)))).toBe(
      "1,540 words, about 7 minutes. You have read all of it.",
    );
    expect(readingLoadSentence(readingLoad([{ words: 3, isRead: false }]))).toBe(
      "3 words, about 1 minute. 1 of 1 proposal is not read yet: about 1 minute.",
    );
    expect(readingLoadSentence(readingLoad([]))).toContain("nothing to read ahead");
  });
});
