import { RollCall } from "@/components/meetings/live/roll-call";
import { Disclosure } from "@/components/ui/disclosure";
import { newSubmissionKey } from "@/lib/form-action";
import type { Session } from "@/lib/meetings/session-queries";
import { markAttendanceAction } from "../actions";

/** Open until somebody is there; after that who comes and goes is marked in it. */
export function RollCallHere({ session }: { session: Session }) {
  return (
    <Disclosure summary="Roll call" open={!session.openItem}>
      <RollCall
        action={markAttendanceAction}
        submissionKey={newSubmissionKey()}
        date={session.date}
        roster={session.roster.map(({ handle, name, part, reply }) => ({
          ...{ handle, name, part, regrets: reply === "regrets" },
        }))}
        state={session.live}
      />
    </Disclosure>
  );
}
