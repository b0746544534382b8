import type { Who } from "@/lib/api/audience";
import { aCoAuthor } from "./asks";
import { aSupporter } from "./endorsements";
import { aBody, aPerson, type Person, type theBoard } from "./people";
import { aProposal, type Made } from "./proposals";

/** One person for each column of docs/permissions.md, who is nothing else; and somebody whom nothing names. */
export type Cast = Record<Exclude<Who, "anyone">, Person> & { somebody: Person };

export const castSig = "sig-cast";
export const castOperators = "operators";

export async function theCast(): Promise<Cast> {
  await aBody({ handle: castSig, kind: "sig" });
  await aBody({ handle: "infra", kind: "infra" });
  const on = (body: string, role: Parameters<typeof held>[0]) => aPerson({ roles: [held(role, body)] });
  return {
    somebody: await aPerson(),
    contributor: await aPerson(),
    requester: await aPerson(),
    coAuthor: await aPerson(),
    sponsor: await on("sig-of-sponsor", "sig_chair"),
    sigMember: await on(castSig, "sig_member"),
    sigChair: await on(castSig, "sig_chair"),
    director: await on("board", "director"),
    secretary: await on("board", "secretary"),
    chair: await on("board", "chair"),
    liaison: await on("board", "liaison"),
    architect: await on("board", "community_architect"),
    infra: await on("infra", "infra"),
    operator: await on(castOperators, "operator"),
    admin: await on("infra", "admin"),
  };
}

const boards = new WeakMap<Cast, Promise<CastBoard>>();
type CastBoard = Awaited<ReturnType<typeof theBoard>>;

/** The cast's board, with two more directors so that a motion can be seconded and there is a quorum. */
export function boardOf(cast: Cast): Promise<CastBoard> {
  const known = boards.get(cast) ?? filledBoard(cast);
  boards.set(cast, known);
  return known;
}

async function filledBoard({ chair, secretary, liaison, director: ada }: Cast): Promise<CastBoard> {
  const seat = { roles: [held("director", "board")] };
  return { chair, secretary, liaison, ada, bea: await aPerson(seat), cy: await aPerson(seat) };
}

type Given = NonNullable<Parameters<typeof aPerson>[0]>["roles"];

function held(role: NonNullable<Given>[number]["role"], body: string) {
  return { role, body };
}

type Wish = NonNullable<Parameters<typeof aProposal>[0]>;

/** A proposal of the cast's requester and SIG, which its co-author writes with: `aCastProposal(cast).inDiscussion()`. */
export function aCastProposal(cast: Cast, wish: Wish = {}) {
  const made = aProposal({ by: cast.requester, sig: castSig, ...wish });
  const shared = async (proposal: Promise<Made>) => {
    const one = await proposal;
    await aCoAuthor(one, cast.coAuthor);
    return one;
  };
  return {
    draft: () => shared(made.draft()),
    inDiscussion: () => shared(made.inDiscussion()),
    sponsored: async () => {
      const proposal = await shared(made.inDiscussion());
      await aSupporter(proposal, cast.sponsor);
      return proposal;
    },
  };
}
