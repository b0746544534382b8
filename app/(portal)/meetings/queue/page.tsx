import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { MeetingViews } from "@/components/meetings/meeting-views";
import { SlotQueue } from "@/components/meetings/slot-queue";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHead } from "@/components/ui/page-head";
import { currentActor } from "@/lib/auth/reader";
import { mayRunMeetings } from "@/lib/meetings/policy";
import { listOpenMeetings } from "@/lib/meetings/queries";
import { listSlotQueue } from "@/lib/meetings/slot-queries";

export const metadata: Metadata = { title: "Who asks for time" };

export default async function SlotQueuePage() {
  const actor = await currentActor();
  if (actor.kind !== "person") redirect("/sign-in?back=/meetings/queue");
  if (!mayRunMeetings(actor)) notFound();
  const [requests, meetings] = await Promise.all([listSlotQueue(actor), listOpenMeetings(actor)]);
  return (
    <article className="page">
      <PageHead
        title="Who asks for time"
        lead="Requests for time on an agenda, the oldest first, and how each meeting would fill with them."
      />
      <MeetingViews current="queue" mayRun />
      {requests.length > 0 ? (
        <SlotQueue requests={requests} meetings={meetings} />
      ) : (
        <EmptyState title="Nobody asks for time.">
          When a requester asks for time for a proposal, it stands here until it has a place on an agenda.
        </EmptyState>
      )}
    </article>
  );
}
