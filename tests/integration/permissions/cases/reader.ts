import { db } from "@/lib/db/client";
import { tellOfEvent } from "@/lib/notifications/tell";
import { createToken } from "@/lib/tokens/commands/create-token";
import { createTokenInput } from "@/lib/tokens/schema";
import { aCastProposal, type Cast } from "../../../factories/cast";
import { aQuestion } from "../../../factories/discussion";
import { anIssue } from "../../../factories/imports";
import { expectDone } from "../../../factories/proposals";
import type { Attempt, Cases } from "../case";

/** A question that waits for somebody, and of which they were told. */
async function asked(cast: Cast) {
  const { number } = await aCastProposal(cast).inDiscussion();
  await aQuestion(cast.director, number, `@${cast.somebody.handle}`);
  const event = await db.event.findFirstOrThrow({ orderBy: { id: "desc" } });
  await tellOfEvent(event.id);
  return { by: cast.somebody };
}

async function found(cast: Cast): Promise<Attempt> {
  const title = "Notebooks for students";
  await aCastProposal(cast, { title }).inDiscussion();
  return { query: { q: title } };
}

async function aTokenOfSomebody({ somebody: by }: Cast): Promise<Attempt> {
  const { id } = expectDone(await createToken(by, createTokenInput.parse({ name: "nightly report" })));
  return { at: { token: id }, by };
}

const gitlabIssue = {
  ...{ iid: 12, title: "A region on CentOS Stream", state: "opened", confidential: false },
  ...{
    created_at: "2021-08-30T14:02:11Z",
    updated_at: "2021-08-30T14:02:11Z",
    author: { username: "amara" },
  },
  web_url: "https://gitlab.example/centos/board/-/issues/12",
};

export const readerCases: Cases = {
  "GET /inbox": { ready: asked, isPrivate: true },
  "POST /inbox/read": {
    ready: async (cast) => {
      const { by } = await asked(cast);
      const { id: upTo } = await db.notice.findFirstOrThrow({ where: { personId: by.personId } });
      return { body: { upTo } };
    },
    again: true,
  },
  "GET /your-moves": { ready: asked, isPrivate: true },
  "GET /search": found,
  "GET /tokens": { ready: aTokenOfSomebody, isPrivate: true },
  "POST /tokens": { ready: async () => ({ body: { name: "nightly report" } }), again: true },
  "DELETE /tokens/{token}": aTokenOfSomebody,
  "GET /export": async (cast) => {
    await aCastProposal(cast).inDiscussion();
    return {};
  },
  "POST /imports/pagure": async () => ({ body: { text: JSON.stringify([anIssue()]) } }),
  "POST /imports/gitlab": async () => ({ body: { text: JSON.stringify([gitlabIssue]) } }),
};
