import { z } from "zod";
import { acceptAnswer } from "../../discussion/commands/accept-answer";
import { addressConcern } from "../../discussion/commands/address-concern";
import { answerQuestion } from "../../discussion/commands/answer-question";
import { askQuestion } from "../../discussion/commands/ask-question";
import { concludeQuestion } from "../../discussion/commands/conclude-question";
import { openConcern } from "../../discussion/commands/open-concern";
import { reopenConcern } from "../../discussion/commands/reopen-concern";
import { reopenQuestion } from "../../discussion/commands/reopen-question";
import { resolveConcern } from "../../discussion/commands/resolve-concern";
import { withdrawConcern } from "../../discussion/commands/withdraw-concern";
import { withdrawQuestion } from "../../discussion/commands/withdraw-question";
import { listConcerns } from "../../discussion/concern-queries";
import {
  addressConcernInput,
  openConcernInput,
  reopenConcernInput,
  resolveConcernInput,
  withdrawConcernInput,
} from "../../discussion/concern-schema";
import { listOwedBy, listQuestions, listTicketQuestions } from "../../discussion/queries";
import {
  acceptAnswerInput,
  answerQuestionInput,
  askQuestionInput,
  concludeQuestionInput,
  reopenQuestionInput,
  withdrawQuestionInput,
} from "../../discussion/schema";
import { proposalNumber } from "../../proposals/schema";
import { findTicket } from "../../tickets/queries";
import { concernLine, owedQuestion, questionLine } from "../answers/discussion";
import { listOf } from "../answers/shared";
import { either, own } from "../audience";
import {
  answerers,
  concernResolvers,
  directors,
  everyone,
  officers,
  ownThings,
  signedIn,
} from "../audiences";
import { ofProposal } from "../of-proposal";
import { deed, type Operation, read } from "../operation";
import { pageOf, paging } from "../paging";

const some = z.object({ number: proposalNumber, ...paging });
const asked = z.object({ question: z.number() });
const answered = asked.extend({ comment: z.number().nullable() });
const concerned = z.object({ proposal: z.number(), concern: z.number() });
const onProposal = { names: { number: "proposal" } };

export const questionOperations: readonly Operation[] = [
  read(
    "GET /proposals/{number}/questions",
    "List the questions of a proposal",
    everyone,
    some,
    ofProposal(async (actor, { id }, page) =>
      pageOf(await listQuestions(actor, id), page, (each) => each.number),
    ),
    listOf(questionLine),
  ),
  read(
    "GET /tickets/{number}/questions",
    "List the questions of a ticket",
    everyone,
    some,
    async (actor, { number, ...page }) => {
      const ticket = await findTicket(actor, number);
      return ticket && pageOf(await listTicketQuestions(actor, ticket.id), page, (each) => each.number);
    },
    listOf(questionLine),
  ),
  ...movesOf("/proposals/{number}", "proposal"),
  ...movesOf("/tickets/{number}", "ticket"),
  read(
    "GET /owed",
    "List questions that you owe an answer, also as one of a group",
    ownThings,
    z.object(paging),
    async (actor, page) =>
      pageOf(
        await listOwedBy(actor),
        page,
        (each) => `${each.proposal ?? `T-${each.ticket}`}-${each.number}`,
      ),
    listOf(owedQuestion),
  ),
  read(
    "GET /proposals/{number}/concerns",
    "List the concerns about a proposal",
    everyone,
    some,
    ofProposal(async (actor, { id }, page) =>
      pageOf(await listConcerns(actor, id), page, (each) => each.number),
    ),
    listOf(concernLine),
  ),
  deed(
    "POST /proposals/{number}/concerns",
    "Open a concern",
    directors,
    openConcernInput,
    openConcern,
    concerned,
    {
      ...onProposal,
      status: 201,
    },
  ),
  deed(
    "POST /proposals/{number}/concerns/{concern}/address",
    "Say what was done about a concern",
    concernResolvers,
    addressConcernInput,
    addressConcern,
    concerned,
    onProposal,
  ),
  deed(
    "POST /proposals/{number}/concerns/{concern}/resolve",
    "Say what resolved a concern",
    either(
      own("who raised it", directors.may),
      own("the chair and the secretary once that director has left", officers.may),
    ),
    resolveConcernInput,
    resolveConcern,
    concerned,
    onProposal,
  ),
  deed(
    "POST /proposals/{number}/concerns/{concern}/reopen",
    "Say what is still missing",
    own("who raised it", directors.may),
    reopenConcernInput,
    reopenConcern,
    concerned,
    onProposal,
  ),
  deed(
    "POST /proposals/{number}/concerns/{concern}/withdraw",
    "Take a concern back",
    own("who raised it", directors.may),
    withdrawConcernInput,
    withdrawConcern,
    concerned,
    onProposal,
  ),
];

/** Questions stand on proposals and on tickets, under the same rules. */
function movesOf(
  path: "/proposals/{number}" | "/tickets/{number}",
  thing: "proposal" | "ticket",
): Operation[] {
  const on = { names: { number: thing } };
  const one = `${path}/questions/{question}` as const;
  return [
    deed(
      `POST ${path}/questions`,
      `Ask a question on a ${thing}`,
      signedIn,
      askQuestionInput,
      askQuestion,
      asked,
      { ...on, status: 201 },
    ),
    deed(
      `POST ${one}/answer`,
      "Answer a question",
      answerers[thing],
      answerQuestionInput,
      answerQuestion,
      answered,
      on,
    ),
    deed(
      `POST ${one}/accept`,
      "Accept an answer to your question",
      own("who asked it"),
      acceptAnswerInput,
      acceptAnswer,
      asked,
      on,
    ),
    deed(
      `POST ${one}/conclude`,
      "Say that a group has answered",
      either(officers, own("who asked it")),
      concludeQuestionInput,
      concludeQuestion,
      asked,
      on,
    ),
    deed(
      `POST ${one}/withdraw`,
      "Take a question back",
      either(officers, own("who asked it")),
      withdrawQuestionInput,
      withdrawQuestion,
      asked,
      on,
    ),
    deed(
      `POST ${one}/reopen`,
      "Say what an answer leaves open",
      own("who asked it"),
      reopenQuestionInput,
      reopenQuestion,
      asked,
      on,
    ),
  ];
}
