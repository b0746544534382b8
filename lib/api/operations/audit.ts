import { z } from "zod";
import { findChain } from "../../audit/chain-queries";
import { type AuditFilter, auditFilterFields } from "../../audit/list-filter";
import { listAudit, listOwnAudit } from "../../audit/queries";
import type { Page } from "../../db/keyset";
import type { Actor } from "../../workflow/actor";
import { auditLine, chainShown } from "../answers/audit";
import { listOf } from "../answers/shared";
import { admins, ownThings } from "../audiences";
import { type Operation, read } from "../operation";
import { paged, paging } from "../paging";

interface Asked extends AuditFilter {
  limit: number;
  cursor: string;
}

export const auditOperations: readonly Operation[] = [
  read(
    "GET /audit",
    "List who did what to accounts, tokens, roles and settings, for administrators",
    admins,
    z.object({ ...auditFilterFields, ...paging }),
    async (actor, { limit, cursor, ...filter }: Asked) =>
      pagedOrNone(await listAudit(actor, filter, cursor, limit)),
    listOf(auditLine),
    { scope: "admin" },
  ),
  read(
    "GET /audit/chain",
    "Read how the chain of hashes over all that was recorded stands, for administrators",
    admins,
    z.object({}),
    findChain,
    chainShown,
    { scope: "admin" },
  ),
  read(
    "GET /me/audit",
    "List your own sign-ins, uses of tokens, and what concerned your account",
    ownThings,
    z.object(paging),
    async (actor: Actor, { limit, cursor }) => pagedOrNone(await listOwnAudit(actor, cursor, limit)),
    listOf(auditLine),
  ),
];

function pagedOrNone<Item>(page: Page<Item> | null) {
  return page && paged(page);
}
