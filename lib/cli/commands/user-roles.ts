import type { z } from "zod";
import { accountInput, addPersonInput, endRoleInput, roleGrantInput } from "../../people/people-schema";
import { done, type Result, refuse } from "../../result";
import { type Answer, type Call, expectWords } from "../command";
import { theCommandLine } from "../command-line";
import { withDatabase } from "../with-database";

export async function add(call: Call): Promise<Result<Answer>> {
  const [handle, name] = expectWords(call, 2, "user add <handle> <name> [--email <address>]");
  return carryOut(addPersonInput, { handle, name, email: call.options.email }, async (input) => {
    const { addPerson } = await import("../../people/commands/add-person");
    return say(await addPerson(theCommandLine, input), (person) => `@${person} can sign in now.`);
  });
}

export async function account(deed: "disable" | "enable", call: Call): Promise<Result<Answer>> {
  const [person] = expectWords(call, 1, `user ${deed} <person> [--reason <why>]`);
  return carryOut(accountInput, { person, reason: call.options.reason }, async (input) => {
    if (deed === "enable") {
      const { openAccount } = await import("../../people/commands/open-account");
      return say(
        await openAccount(theCommandLine, input),
        (handle) => `The account of @${handle} is open again.`,
      );
    }
    const { endAccount } = await import("../../people/commands/end-account");
    return say(await endAccount(theCommandLine, input), (handle) => `The account of @${handle} has ended.`);
  });
}

/** Gives and ends what the options say, then lists what the person holds. */
export async function changeRoles(call: Call): Promise<Result<Answer>> {
  const [person = ""] = expectWords(
    call,
    1,
    "user roles <person> [--give <role>@<body>] [--end <role>@<body>]",
  );
  for (const deed of ["give", "end"] as const) {
    const text = call.options[deed];
    if (typeof text !== "string") continue;
    const [role, body] = text.split("@");
    const changed = await change(deed, { person, role, body, reason: call.options.reason });
    if (!changed.ok) return changed;
  }
  return withDatabase(async () => {
    const { findPerson } = await import("../../people/directory-queries");
    const found = await findPerson(theCommandLine, person.replace(/^@/, ""));
    if (!found) return refuse("not_found", `Nobody here is called ${person}.`);
    const lines = found.roles.map(
      ({ role, bodyHandle, group }) => `${role}@${bodyHandle}${group ? ` (by the group ${group})` : ""}`,
    );
    return done({ lines: lines.length > 0 ? lines : ["No role."], data: { roles: found.roles } });
  });
}

async function change(deed: "give" | "end", values: Record<string, unknown>): Promise<Result<Answer>> {
  if (deed === "give") {
    return carryOut(roleGrantInput, values, async (input) => {
      const { giveRole } = await import("../../people/commands/give-role");
      return say(await giveRole(theCommandLine, input), () => "Given.");
    });
  }
  return carryOut(endRoleInput, values, async (input) => {
    const { endRole } = await import("../../people/commands/end-role");
    return say(await endRole(theCommandLine, input), () => "Ended.");
  });
}

async function carryOut<Schema extends z.ZodType>(
  schema: Schema,
  values: unknown,
  deed: (input: z.output<Schema>) => Promise<Result<Answer>>,
): Promise<Result<Answer>> {
  const read = schema.safeParse(values);
  if (!read.success) return refuse("invalid", read.error.issues.map(({ message }) => message).join(" "));
  return withDatabase(() => deed(read.data));
}

function say(result: Result<{ person: string }>, words: (person: string) => string): Result<Answer> {
  if (!result.ok) return result;
  return done({ lines: [words(result.value.person)], data: { ...result.value } });
}
