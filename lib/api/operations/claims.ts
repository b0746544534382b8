import { z } from "zod";
import { listClaims, listOwnClaims } from "../../import-export/claim-queries";
import { askClaim } from "../../import-export/commands/ask-claim";
import { claimPlaceholder } from "../../import-export/commands/claim-placeholder";
import { confirmClaim } from "../../import-export/commands/confirm-claim";
import { declineClaim } from "../../import-export/commands/decline-claim";
import { undoClaim } from "../../import-export/commands/undo-claim";
import { withdrawClaim } from "../../import-export/commands/withdraw-claim";
import {
  askClaimInput,
  claimInput,
  confirmClaimInput,
  declineClaimInput,
  undoClaimInput,
  withdrawClaimInput,
} from "../../import-export/schema";
import { claimShown, waitingClaim } from "../answers/claims";
import { listOf } from "../answers/shared";
import { butNever, either, own } from "../audience";
import { admins, officers, ownThings, signedIn } from "../audiences";
import { deed, type Operation, read } from "../operation";
import { pageOf, paging } from "../paging";

const claimKeepers = either(officers, admins);
const claimJudges = butNever(claimKeepers, "of their own claim");
const some = z.object(paging);
const amount = { proposals: z.number(), comments: z.number(), questions: z.number() };
const both = { placeholder: z.string(), person: z.string() };
const claimed = z.object({ ...both, ...amount, identities: z.array(z.string()) });
const ofPlaceholder = z.object({ placeholder: z.string() });
const byId = { names: { id: "claim" } };

type Page = z.output<typeof some>;

export const claimOperations: readonly Operation[] = [
  read(
    "GET /claims",
    "List the claims of placeholders that wait, for those who weigh them, with what would move",
    claimKeepers,
    some,
    async (actor, page) => partOf((await listClaims(actor))?.waiting, page),
    listOf(waitingClaim),
  ),
  read(
    "GET /claims/decided",
    "List the claims that were decided, the latest first",
    claimKeepers,
    some,
    async (actor, page) => partOf((await listClaims(actor))?.decided, page),
    listOf(claimShown),
  ),
  read(
    "GET /me/claims",
    "List what you said of placeholders being you",
    ownThings,
    some,
    async (actor, page) => partOf(await listOwnClaims(actor), page),
    listOf(claimShown),
  ),
  deed(
    "POST /people/{handle}/claims",
    "Say that a placeholder of an import is you",
    signedIn,
    askClaimInput,
    askClaim,
    z.object({ placeholder: z.string(), claim: z.number() }),
    { status: 201, names: { handle: "placeholder" } },
  ),
  deed(
    "POST /people/{handle}/claim",
    "Say which placeholder of an import is this person, and confirm it",
    claimKeepers,
    claimInput,
    claimPlaceholder,
    claimed,
    { names: { handle: "person" } },
  ),
  deed(
    "POST /claims/{id}/confirm",
    "Confirm a claim: what stands under the name moves",
    claimJudges,
    confirmClaimInput,
    confirmClaim,
    claimed,
    byId,
  ),
  deed(
    "POST /claims/{id}/decline",
    "Decline a claim",
    claimJudges,
    declineClaimInput,
    declineClaim,
    ofPlaceholder,
    byId,
  ),
  deed(
    "POST /claims/{id}/withdraw",
    "Take your claim back",
    own("who asked"),
    withdrawClaimInput,
    withdrawClaim,
    ofPlaceholder,
    byId,
  ),
  deed(
    "POST /claims/{id}/undo",
    "Take a confirmed claim back: what moved stands under the placeholder again",
    claimKeepers,
    undoClaimInput,
    undoClaim,
    z.object({ ...both, ...amount }),
    byId,
  ),
];

function partOf<Item extends { id: number }>(items: readonly Item[] | undefined, page: Page) {
  return items && pageOf(items, page, (each) => each.id);
}
