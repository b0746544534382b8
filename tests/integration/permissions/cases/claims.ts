import type { Cast } from "../../../factories/cast";
import { aConfirmedClaim, anAskedClaim, aPlaceholder } from "../../../factories/claims";
import { aPerson, type Person } from "../../../factories/people";
import type { Attempt, Cases } from "../case";

const reason = "A namesake.";

async function asked(by: Person, body: object = {}): Promise<Attempt> {
  const { handle } = await aPlaceholder();
  const { claim, version } = await anAskedClaim(by, handle);
  return { at: { id: claim }, body: { version, ...body } };
}

async function confirmed(cast: Cast): Promise<Attempt> {
  const { handle } = await aPlaceholder();
  const { claim, version } = await aConfirmedClaim(cast.somebody, handle, cast.chair);
  return { at: { id: claim }, body: { version, reason } };
}

async function unclaimed(): Promise<Attempt> {
  return { at: { handle: (await aPlaceholder()).handle }, body: { reason } };
}

/** An administrator who is none of the cast says that a placeholder is them. */
async function ofAnAdmin(body: object = {}): Promise<Attempt> {
  const by = await aPerson({ roles: [{ role: "admin", body: "infra" }] });
  return { ...(await asked(by, body)), by };
}

export const claimCases: Cases = {
  "GET /claims": (cast) => asked(cast.somebody),
  "GET /claims/decided": confirmed,
  "GET /me/claims": {
    ready: async (cast) => ({ ...(await asked(cast.somebody)), by: cast.somebody }),
    isPrivate: true,
  },
  "POST /people/{handle}/claims": unclaimed,
  "POST /people/{handle}/claim": async () => ({
    at: { handle: (await aPerson()).handle },
    body: { placeholder: (await aPlaceholder()).handle },
  }),
  "POST /claims/{id}/confirm": {
    ready: (cast) => asked(cast.somebody),
    never: () => ofAnAdmin(),
  },
  "POST /claims/{id}/decline": {
    ready: (cast) => asked(cast.somebody, { reason }),
    never: () => ofAnAdmin({ reason }),
  },
  "POST /claims/{id}/withdraw": async (cast) => ({ ...(await asked(cast.somebody)), by: cast.somebody }),
  "POST /claims/{id}/undo": confirmed,
};
