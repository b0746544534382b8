import { db } from "../db/client";

export interface AccountLine {
  handle: string;
  name: string;
  kind: "person" | "placeholder" | "ended";
  roles: string[];
  usernames: string[];
}

/** Everybody whom the portal knows, for the command line; with `placeholders` only those who can be claimed. */
export async function listAccounts(only: { placeholders: boolean }): Promise<AccountLine[]> {
  const rows = await db.person.findMany({
    where: only.placeholders ? { isPlaceholder: true, disabledAt: null } : {},
    orderBy: { handle: "asc" },
    select: {
      handle: true,
      name: true,
      isPlaceholder: true,
      disabledAt: true,
      grants: { where: { until: null }, select: { role: true, body: { select: { handle: true } } } },
      identities: { select: { username: true, tracker: true } },
    },
  });
  return rows.map(({ handle, name, isPlaceholder, disabledAt, grants, identities }) => ({
    handle,
    name,
    kind: disabledAt ? "ended" : isPlaceholder ? "placeholder" : "person",
    roles: grants.map(({ role, body }) => `${role} (${body.handle})`),
    usernames: identities.map(({ tracker, username }) => `${username} (${tracker})`),
  }));
}
