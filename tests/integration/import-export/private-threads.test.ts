import { describe, expect, it } from "vitest";
import { exportAll } from "@/lib/import-export/export-queries/export-all";
import { listProposals } from "@/lib/proposals/list-queries";
import { findProposalHead } from "@/lib/proposals/queries";
import { search } from "@/lib/search/queries";
import { type Actor, thePublic } from "@/lib/workflow/actor";
import { aComment } from "../../factories/discussion";
import { aNote, anIssue, aTrackerComment, imported } from "../../factories/imports";
import { aPerson, theBoard } from "../../factories/people";

const secret = "Zanzibarine";

async function linesOf(actor: Actor): Promise<string> {
  let lines = "";
  for await (const line of exportAll(actor)) lines += line;
  return lines;
}

describe("a private issue", () => {
  it("is only for those who may see it: on its page, in lists, in the search, in the export", async () => {
    const { ada } = await theBoard();
    const ida = { name: "hidden-ida", fullname: "Ida Hidden" };
    const issue = anIssue({
      ...{ private: true, title: `About ${secret}`, content: `${secret} content` },
      user: { name: "hidden-hal", fullname: `Hal ${secret}` },
      comments: [
        aTrackerComment({ comment: `${secret} said something?`, user: ida }),
        aNote(`- Issue tagged with: ${secret}`),
      ],
    });
    await imported(issue, anIssue());
    for (const actor of [thePublic, await aPerson()]) {
      expect(await findProposalHead(actor, issue.id)).toBeNull();
      expect(JSON.stringify(await listProposals(actor, {}))).not.toContain(secret);
      expect(await search(actor, secret)).toEqual([]);
      const lines = await linesOf(actor);
      for (const word of [secret, "hidden-hal", "hidden-ida", `centos/board#${issue.id}`])
        expect(lines).not.toContain(word);
      expect(lines).toContain('"kind": "proposal"');
    }
    expect(await findProposalHead(ada, issue.id)).toMatchObject({ visibility: "executive" });
    expect(await search(ada, secret)).not.toEqual([]);
    expect(await linesOf(ada)).toContain(`${secret} said something?`);
  });

  it("that was public before is hidden by the next import, whoever acted on it", async () => {
    const issue = anIssue({ title: "Now private" });
    await imported(issue);
    await aComment(await aPerson(), issue.id, "Somebody acted on it.");
    await imported({ ...issue, private: true, last_updated: "1632800000" });
    expect(await findProposalHead(thePublic, issue.id)).toBeNull();
    expect(await linesOf(thePublic)).not.toContain("Now private");
  });
});
