import { claimInput, unclaimInput } from "../../import-export/schema";
import { done, type Result, refuse } from "../../result";
import { type Answer, type Call, expectWords } from "../command";
import { theCommandLine } from "../command-line";
import { withDatabase } from "../with-database";

export async function claim(call: Call): Promise<Result<Answer>> {
  const [placeholder, person] = expectWords(call, 2, "user claim <placeholder> <person>");
  const input = claimInput.safeParse({ placeholder, person });
  if (!input.success) return refuse("invalid", "Give two handles, such as amara-pagure and amara.");
  const claimed = await withDatabase(async () => {
    const { claimPlaceholder } = await import("../../import-export/commands/claim-placeholder");
    return claimPlaceholder(theCommandLine, input.data);
  });
  if (!claimed.ok) return claimed;
  const line = `${amount(claimed.value)} of ${input.data.placeholder} are now ${input.data.person}'s.`;
  return done({ lines: [line], data: { ...claimed.value } });
}

export async function unclaim(call: Call): Promise<Result<Answer>> {
  const [placeholder] = expectWords(call, 1, "user unclaim <placeholder> --reason <why>");
  const input = unclaimInput.safeParse({ placeholder, reason: call.options.reason ?? "" });
  if (!input.success) return refuse("invalid", input.error.issues.map(({ message }) => message).join(" "));
  const undone = await withDatabase(async () => {
    const { unclaimPlaceholder } = await import("../../import-export/commands/undo-claim");
    return unclaimPlaceholder(theCommandLine, input.data);
  });
  if (!undone.ok) return undone;
  const line = `${amount(undone.value)} stand under ${undone.value.placeholder} again.`;
  return done({ lines: [line], data: { ...undone.value } });
}

export async function listClaimsThatWait(call: Call): Promise<Result<Answer>> {
  expectWords(call, 0, "user claims");
  const claims = await withDatabase(async () => {
    const { listClaims } = await import("../../import-export/claim-queries");
    return (await listClaims(theCommandLine))?.waiting ?? [];
  });
  const lines = claims.map(
    ({ person, placeholder, reason }) => `@${person.handle} says: I am @${placeholder.handle}. ${reason}`,
  );
  return done({ lines: lines.length > 0 ? lines : ["No claim waits."], data: { claims } });
}

function amount(of: { proposals: number; comments: number; questions: number }): string {
  return `${of.proposals} proposals, ${of.comments} comments and ${of.questions} questions`;
}
