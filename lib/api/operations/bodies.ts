import { z } from "zod";
import { calendarDate } from "../../calendar-date";
import { describeSig } from "../../people/commands/describe-sig";
import { setSponsor } from "../../people/commands/set-sponsor";
import { findComposition } from "../../people/composition-queries";
import { listBodies } from "../../people/directory-queries";
import { findSig, listSigLines } from "../../people/sig-queries";
import { describeSigInput, setSponsorInput } from "../../people/sig-schema";
import { roleLabel } from "../../people/ui-text";
import { roles } from "../../workflow/actor";
import { bodyLine, compositionShown, sigLine, sigShown } from "../answers/people";
import { listOf } from "../answers/shared";
import { either } from "../audience";
import { everyone, officers, ownSigChair } from "../audiences";
import { deed, type Operation, read } from "../operation";
import { pageOf, paging } from "../paging";

const byHandle = z.object({ handle: z.string().trim().max(100) });
const sig = z.object({ sig: z.string() });
const ofSig = { names: { handle: "sig" } };

/** The board, SIGs and other bodies, and what can be held in them. */
export const bodyOperations: readonly Operation[] = [
  read(
    "GET /bodies",
    "List the bodies: the board, SIGs, the infra team, operators",
    everyone,
    z.object(paging),
    async (_actor, page) => pageOf(await listBodies(), page, (each) => each.handle),
    listOf(bodyLine),
  ),
  read(
    "GET /bodies/{handle}",
    "Read who is in a body on a day (?on=2021-10-13), who votes, and all who were",
    everyone,
    z.object({ handle: byHandle.shape.handle, on: calendarDate.optional() }),
    async (_actor, { handle, on }) => findComposition(handle, on),
    compositionShown,
  ),
  read(
    "GET /roles",
    "List the roles that there are",
    everyone,
    z.object(paging),
    async (_actor, page) =>
      pageOf(
        roles.map((role) => ({ role, label: roleLabel(role) })),
        page,
        (each) => each.role,
      ),
    listOf(z.object({ role: z.enum(roles), label: z.string() })),
  ),
  read(
    "GET /sigs",
    "List the SIGs",
    everyone,
    z.object(paging),
    async (actor, page) => pageOf(await listSigLines(actor), page, (each) => each.handle),
    listOf(sigLine),
  ),
  read(
    "GET /sigs/{handle}",
    "Read what a SIG is for, who is in it, and what it owes",
    everyone,
    byHandle,
    (actor, { handle }) => findSig(actor, handle),
    sigShown,
  ),
  deed(
    "PUT /sigs/{handle}",
    "Say what a SIG is for",
    either(ownSigChair, officers),
    describeSigInput,
    describeSig,
    sig,
    ofSig,
  ),
  deed(
    "PUT /sigs/{handle}/sponsor",
    "Name the director who stands for a SIG",
    officers,
    setSponsorInput,
    setSponsor,
    sig,
    ofSig,
  ),
];
