/**
 * Whether a rendered comment says what its question asks, word for word. Only letters and digits count: what was
 * rendered has lost its Markdown and has tags between its words, and a long question may have been cut with "…".
 */
export function saysQuestion(html: string, question: string): boolean {
  const said = html.replace(/<[^>]*>/g, "").replace(/&(?:[a-z]+|#\w+);/gi, "");
  return letters(said).includes(letters(question));
}

function letters(text: string): string {
  return text.replace(/[^\p{L}\p{M}\p{N}]+/gu, "").toLowerCase();
}
