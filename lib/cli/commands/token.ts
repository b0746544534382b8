import { done, type Result, refuse } from "../../result";
import type { OwnedToken } from "../../tokens/queries";
import { createTokenForInput, revokeTokenInput } from "../../tokens/schema";
import { type Answer, type Call, type Command, expectWords, UsageError } from "../command";
import { theCommandLine } from "../command-line";
import { withDatabase } from "../with-database";

const usage =
  "npm run portal -- token create <person> <name> [--scope read|write|admin] [--days <n>] | list [<person>] | revoke <number>";

export const tokenCommand: Command = {
  name: "token",
  summary: "Make, list and revoke tokens for the API",
  help: `${usage}

create  makes a token that acts as that person, to read unless told, for 90 days unless told; it is shown this once.
list    everybody's tokens, or one person's: what for, what they may do, until when, and when each was last used.
revoke  ends a token at once, by the number that list shows.`,
  options: { scope: { type: "string" }, days: { type: "string" } },
  run: (call) => {
    const [deed, ...words] = call.words;
    if (deed === "create") return create({ ...call, words });
    if (deed === "list") return list(words);
    if (deed === "revoke") return revoke({ ...call, words });
    throw new UsageError(`Usage: ${usage}`);
  },
};

async function create(call: Call): Promise<Result<Answer>> {
  const [person, name] = expectWords(call, 2, usage);
  const { scope, days } = call.options;
  const input = createTokenForInput.safeParse({ person, name, scope, days });
  if (!input.success) return refuse("invalid", input.error.issues[0]?.message ?? usage);
  const made = await withDatabase(async () => {
    const { createTokenFor } = await import("../../tokens/commands/create-token");
    return createTokenFor(theCommandLine, input.data);
  });
  if (!made.ok) return made;
  const { id, secret = "", expiresAt } = made.value;
  const until = expiresAt.toISOString();
  return done({
    lines: [secret, `Token ${id} works until ${until}.`],
    data: { id, secret, expiresAt: until },
  });
}

async function list(words: string[]): Promise<Result<Answer>> {
  const tokens = await withDatabase(async () => {
    const { listAllTokens } = await import("../../tokens/queries");
    return listAllTokens(words[0]?.replace(/^@/, ""));
  });
  return done({ lines: tokens.length > 0 ? tokens.map(lineOf) : ["There are no tokens."], data: { tokens } });
}

function lineOf({ id, handle, name, scope, state, expiresAt, lastUsedAt }: OwnedToken): string {
  const used = lastUsedAt ? `last used ${lastUsedAt.toISOString()}` : "never used";
  return `${id}  @${handle}  ${name}  (${scope}, ${state}, until ${expiresAt.toISOString().slice(0, 10)}, ${used})`;
}

async function revoke(call: Call): Promise<Result<Answer>> {
  const [token] = expectWords(call, 1, usage);
  const input = revokeTokenInput.safeParse({ token });
  if (!input.success) return refuse("invalid", "Give the token's number, as list shows it.");
  const revoked = await withDatabase(async () => {
    const { revokeToken } = await import("../../tokens/commands/revoke-token");
    return revokeToken(theCommandLine, input.data);
  });
  if (!revoked.ok) return revoked;
  return done({ lines: [`Token ${input.data.token} works no more.`], data: { ...revoked.value } });
}
