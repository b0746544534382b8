import { describe, expect, it, test } from "vitest";
import { sentencesThatAsk } from "../../../lib/import-export/sentences-that-ask";

const TABLE: [string, string, string[]][] = [
  ["one question", "What is it for?", ["What is it for?"]],
  ["one among statements", "We met. What is it for? It runs.", ["What is it for?"]],
  ["two in one paragraph", "Who runs it? And who pays?", ["Who runs it?", "And who pays?"]],
  ["over two lines of one paragraph", "Who runs it,\nand how?", ["Who runs it, and how?"]],
  [
    "without its Markdown",
    "**What** is *it* for, and [who](https://e.org/?a) pays?",
    ["What is it for, and who pays?"],
  ],
  ["in a list", "- Who?\n- A statement.\n1. What?", ["Who?", "What?"]],
  ["in a heading", "## What is it for?\n\nText.", ["What is it for?"]],
  ["in a table", "| Who? | Them. |\n|---|---|\n| a | b? |", ["Who?", "b?"]],
  ["to a person", "Thanks. @dalia can you say what it needs?", ["@dalia can you say what it needs?"]],
  ["with code in it", "Does `x ? y : z` work here?", ["Does x ? y : z work here?"]],
  ["with an address in it", "Is https://e.org/?q=1 the page? Yes.", ["Is https://e.org/?q=1 the page?"]],
  ["with an abbreviation in it", "Who, e.g. which SIG, runs it?", ["Who, e.g. which SIG, runs it?"]],
  ["with an aside", "Is it (really?) needed? No.", ["Is it (really?) needed?"]],
  ["in brackets", "It runs. (Since when?) Good.", ["(Since when?)"]],
  ["in quotation marks", 'He asked: "Who runs it?" Nobody knew.', ['He asked: "Who runs it?"']],
  ["with surprise", "Really?! Yes. What!? No.", ["Really?!", "What!?"]],
  ["with several marks", "Hello??? Yes.", ["Hello???"]],
  ["in a row of small ones", "what? when? who?", ["what?", "when?", "who?"]],
  ["in Japanese", "これは何ですか？はい。", ["これは何ですか？"]],
  ["in Chinese after a statement", "好的。谁负责？", ["谁负责？"]],
  ["in Arabic", "ما هذا؟ نعم.", ["ما هذا؟"]],
  ["in Spanish", "¿Quién paga? Nadie.", ["¿Quién paga?"]],
  ["said twice, once", "Who? Who?", ["Who?"]],
  ["after a quote, not the quote's", "> Who is on call?\n\nWho pays?", ["Who pays?"]],
  ["right under a quote", "> Who is on call?\nI am. Do you agree?", ["Do you agree?"]],
  ["not in a quote of a quote", "> > Who?\n> What?", []],
  ["not an address", "See https://e.org/?query=1 and <https://e.org/a?>.", []],
  ["not in code", "Use `what?` here.\n\n```\nWho?\n```\n\n    Why?", []],
  ["not a file's name", "foo?bar is x?y.", []],
  ["not marks alone", "??? Yes. (?) Well.", []],
  ["with a blank before the mark, as the French do", "Qui paie ? Nous.", ["Qui paie ?"]],
  ["not a statement", "We meet at 20:00 UTC. Come!", []],
  ["not nothing", "", []],
];

describe("sentences that ask something are found", () => {
  test.each(TABLE)("%s", (_, text, questions) => {
    expect(sentencesThatAsk(text)).toEqual(questions);
  });

  // A pattern that runs away runs into the time limit that every test has.
  it("in a text of 200 kB of marks too", () => {
    for (const text of [
      "? ".repeat(100_000),
      "?".repeat(200_000),
      "a?)".repeat(66_000),
      "!".repeat(200_000),
    ]) {
      sentencesThatAsk(text);
    }
    expect(sentencesThatAsk("Who runs it, and how? ".repeat(9000))).toEqual(["Who runs it, and how?"]);
  });
});
