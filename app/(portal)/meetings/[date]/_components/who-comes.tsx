import { Section } from "@/components/ui/section";
import { MoveButtons } from "@/components/workflow/move-buttons";
import { newSubmissionKey, stateFromKept } from "@/lib/form-action";
import type { Agenda } from "@/lib/meetings/agenda-queries";
import { expectedQuorum, expectedQuorumSentence } from "@/lib/meetings/expected-quorum";
import { replyToMeetingAction } from "../actions";

const said = { attends: "You said that you come.", regrets: "You sent regrets." } as const;

interface WhoComesProps {
  agenda: Agenda;
  signedIn: boolean;
  kept: string | string[] | undefined;
}

/** Whether there will be a quorum, and one's own word about coming; until the meeting is called to order. */
export async function WhoComes({ agenda, signedIn, kept }: WhoComesProps) {
  if (!agenda.isAhead) return null;
  const { date, reply } = agenda;
  const offered = [
    { name: "attends", label: "I come" },
    { name: "regrets", label: "Send regrets" },
  ].filter(({ name }) => name !== reply);
  return (
    <Section title="Who comes" id="who-comes">
      <p>{expectedQuorumSentence(expectedQuorum(agenda.seats))}</p>
      {signedIn ? (
        <>
          {reply && <p>{said[reply]}</p>}
          <MoveButtons
            moves={offered}
            field="answer"
            action={replyToMeetingAction}
            submissionKey={newSubmissionKey()}
            state={await stateFromKept(kept, "reply-to-meeting")}
            hidden={{ date }}
            variants={reply ? { [offered[0]?.name ?? ""]: "plain" } : {}}
          />
        </>
      ) : (
        <p>
          <a href={`/sign-in?back=/meetings/${date}`}>Sign in</a> to say whether you come.
        </p>
      )}
    </Section>
  );
}
