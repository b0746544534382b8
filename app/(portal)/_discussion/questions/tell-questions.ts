import type { QuestionLine } from "@/lib/discussion/queries";
import { tellReferences } from "@/lib/discussion/reference-queries";
import type { Actor } from "@/lib/workflow/actor";

/** The questions with the titles and states of what their answers refer to. */
export async function tellQuestions(
  actor: Actor,
  questions: readonly QuestionLine[],
): Promise<QuestionLine[]> {
  const told = await tellReferences(
    actor,
    questions.flatMap(({ given }) => given.map(({ html }) => html ?? "")),
  );
  let place = 0;
  return questions.map((question) => ({
    ...question,
    given: question.given.map((answer) => {
      const html = told[place++];
      return answer.html === null ? answer : { ...answer, html: html ?? answer.html };
    }),
  }));
}
