import type { AccountLine } from "../../import-export/queries";
import { done, type Result } from "../../result";
import { type Answer, type Call, type Command, expectWords, UsageError } from "../command";
import { withDatabase } from "../with-database";
import { claim, listClaimsThatWait, unclaim } from "./user-claims";
import { account, add, changeRoles } from "./user-roles";

const usage =
  "npm run portal -- user list [--placeholders] | add <handle> <name> [--email <address>] | roles <person> [--give <role>@<body>] [--end <role>@<body>] | disable <person> [--reason <why>] | enable <person> | claim <placeholder> <person> | unclaim <placeholder> --reason <why> | claims";

export const userCommand: Command = {
  name: "user",
  summary: "List people; say who a placeholder of an import is",
  help: `${usage}

list     everybody whom the portal knows; with --placeholders only those of imported threads that nobody claimed yet.
add      makes an account for somebody who has not been here: their first sign-in finds it by the handle or the address.
roles    the roles that somebody holds; --give and --end change one, such as --give director@board.
disable  ends an account: every session and every role at once. enable opens it again, without the roles.
claim    confirms that a placeholder is that person: what stands under its name moves to them, and the history says so.
unclaim  takes that back: what moved, and is still theirs, stands under the placeholder again.
claims   what people say of placeholders being them, and nobody has weighed yet.`,
  options: {
    placeholders: { type: "boolean" },
    email: { type: "string" },
    give: { type: "string" },
    end: { type: "string" },
    reason: { type: "string" },
  },
  run: (call) => {
    const [deed, ...words] = call.words;
    if (deed === "list") return list({ ...call, words });
    if (deed === "add") return add({ ...call, words });
    if (deed === "roles") return changeRoles({ ...call, words });
    if (deed === "disable" || deed === "enable") return account(deed, { ...call, words });
    if (deed === "claim") return claim({ ...call, words });
    if (deed === "unclaim") return unclaim({ ...call, words });
    if (deed === "claims") return listClaimsThatWait({ ...call, words });
    throw new UsageError(`Usage: ${usage}`);
  },
};

async function list(call: Call): Promise<Result<Answer>> {
  expectWords(call, 0, usage);
  const people = await withDatabase(async () => {
    const { listAccounts } = await import("../../import-export/queries");
    return listAccounts({ placeholders: call.options.placeholders === true });
  });
  return done({ lines: people.length > 0 ? people.map(lineOf) : ["Nobody yet."], data: { people } });
}

function lineOf({ handle, name, kind, roles, usernames }: AccountLine): string {
  const known = [kind === "person" ? "" : kind, ...roles, ...usernames].filter((word) => word !== "");
  return `@${handle}  ${name}${known.length > 0 ? `  (${known.join(", ")})` : ""}`;
}
