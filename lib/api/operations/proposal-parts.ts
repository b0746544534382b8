import { z } from "zod";
import { addCoAuthor } from "../../proposals/commands/add-co-author";
import { addRelation } from "../../proposals/commands/add-relation";
import { askEndorsement } from "../../proposals/commands/ask-endorsement";
import { confirmAsk } from "../../proposals/commands/confirm-ask";
import { confirmEndorsement } from "../../proposals/commands/confirm-endorsement";
import { declineAsk } from "../../proposals/commands/decline-ask";
import { declineEndorsement } from "../../proposals/commands/decline-endorsement";
import { discardWorkingCopy } from "../../proposals/commands/discard-working-copy";
import { offerEndorsement } from "../../proposals/commands/offer-endorsement";
import { removeCoAuthor } from "../../proposals/commands/remove-co-author";
import { removeRelation } from "../../proposals/commands/remove-relation";
import { saveSomeWorkingCopy } from "../../proposals/commands/save-working-copy";
import { withdrawEndorsement } from "../../proposals/commands/withdraw-endorsement";
import { findSupport } from "../../proposals/endorsement-queries";
import {
  askEndorsementInput,
  confirmEndorsementInput,
  declineEndorsementInput,
  offerEndorsementInput,
  withdrawEndorsementInput,
} from "../../proposals/endorsement-schema";
import { findProposalHead } from "../../proposals/queries";
import { listRelations } from "../../proposals/relation-queries";
import { addRelationInput, removeRelationInput } from "../../proposals/relation-schema";
import {
  addCoAuthorInput,
  confirmAskInput,
  declineAskInput,
  proposalNumber,
  removeCoAuthorInput,
} from "../../proposals/schema";
import { findWorkingCopy, listWorkingCopies } from "../../proposals/working-copy-queries";
import { copyId, discardCopyInput, saveCopyInput } from "../../proposals/working-copy-schema";
import type { Actor } from "../../workflow/actor";
import { copyShown, relationLine, savedCopy, supportShown, workingCopy } from "../answers/proposal-parts";
import { listOf, numbered } from "../answers/shared";
import { either, own } from "../audience";
import {
  authors,
  directors,
  everyone,
  officers,
  ownThings,
  requester,
  sigChairs,
  signedIn,
} from "../audiences";
import { ofProposal } from "../of-proposal";
import { deed, type Operation, read } from "../operation";
import { paged, pageOf, paging } from "../paging";

const one = z.object({ number: proposalNumber });
const some = one.extend(paging);
const ofAsk = z.object({ number: z.number(), ask: z.number() });

export const proposalPartOperations: readonly Operation[] = [
  deed(
    "POST /proposals/{number}/asks/{ask}/confirm",
    "Commit to an ask that names you",
    own("whoever the ask names"),
    confirmAskInput,
    confirmAsk,
    ofAsk,
  ),
  deed(
    "POST /proposals/{number}/asks/{ask}/decline",
    "Say that an ask is not yours",
    own("whoever the ask names"),
    declineAskInput,
    declineAsk,
    ofAsk,
  ),
  deed(
    "POST /proposals/{number}/co-authors",
    "Let somebody write with you",
    requester,
    addCoAuthorInput,
    addCoAuthor,
    z.object({ number: z.number(), name: z.string() }),
  ),
  deed(
    "DELETE /proposals/{number}/co-authors/{personId}",
    "End somebody's writing with you, or your own",
    either(requester, own("a co-author, for themselves", ["coAuthor"])),
    removeCoAuthorInput,
    removeCoAuthor,
    z.object({ number: z.number(), left: z.boolean() }),
  ),
  read(
    "GET /proposals/{number}/relations",
    "List proposals that this one stands in relation to",
    everyone,
    some,
    ofProposal(async (actor, { id }, asked) =>
      pageOf(await listRelations(actor, id), asked, (each) => each.id),
    ),
    listOf(relationLine),
  ),
  deed(
    "POST /proposals/{number}/relations",
    "Relate two proposals",
    either(authors, officers),
    addRelationInput,
    addRelation,
    numbered,
  ),
  deed(
    "DELETE /proposals/{number}/relations/{relation}",
    "Take a relation away",
    either(authors, officers),
    removeRelationInput,
    removeRelation,
    numbered,
  ),
  read(
    "GET /proposals/{number}/support",
    "Read who sponsors and endorses a proposal, and who was asked",
    everyone,
    one,
    ofProposal(async (actor, { id }) => findSupport(actor, id)),
    supportShown,
  ),
  deed(
    "POST /proposals/{number}/endorsements",
    "Ask somebody to sponsor or endorse a proposal",
    authors,
    askEndorsementInput,
    askEndorsement,
    numbered,
  ),
  deed(
    "POST /proposals/{number}/endorsements/offer",
    "Sponsor or endorse a proposal",
    either(directors, sigChairs),
    offerEndorsementInput,
    offerEndorsement,
    numbered,
  ),
  deed(
    "POST /proposals/{number}/endorsements/{endorsement}/confirm",
    "Say yes to being asked",
    own("whoever was asked"),
    confirmEndorsementInput,
    confirmEndorsement,
    numbered,
  ),
  deed(
    "POST /proposals/{number}/endorsements/{endorsement}/decline",
    "Say no to being asked",
    own("whoever was asked"),
    declineEndorsementInput,
    declineEndorsement,
    numbered,
  ),
  deed(
    "POST /proposals/{number}/endorsements/{endorsement}/withdraw",
    "Take back what you asked, or what you confirmed",
    either(authors, own("who asked, and who said yes")),
    withdrawEndorsementInput,
    withdrawEndorsement,
    numbered,
  ),
  read(
    "GET /working-copies",
    "List texts that you began and did not save, of one proposal or of none yet",
    ownThings,
    z.object({ ...paging, number: proposalNumber.optional() }),
    copies,
    listOf(copyShown),
  ),
  read(
    "GET /working-copies/{copy}",
    "Read a text that you began",
    own("who began it"),
    z.object({ copy: copyId }),
    (actor, { copy }) => findWorkingCopy(actor, copy),
    workingCopy,
  ),
  deed(
    "PUT /working-copies/{copy}",
    "Keep a text that you are writing, for yourself",
    signedIn,
    saveCopyInput,
    saveSomeWorkingCopy,
    savedCopy,
    { versionOfAnother: true },
  ),
  deed(
    "DELETE /working-copies/{copy}",
    "Throw away a text that you began",
    ownThings,
    discardCopyInput,
    discardWorkingCopy,
    z.object({ number: z.number().nullable() }),
  ),
];

async function copies(actor: Actor, { number }: { number?: number | undefined }) {
  if (number === undefined) return paged({ items: await listWorkingCopies(actor, null) });
  const head = await findProposalHead(actor, number);
  return head && paged({ items: await listWorkingCopies(actor, head.id) });
}
