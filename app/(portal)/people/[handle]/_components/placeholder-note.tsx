import { ActionForm } from "@/components/forms/action-form";
import { HiddenField } from "@/components/forms/fieldset";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextField } from "@/components/forms/text-field";
import { Note } from "@/components/ui/note";
import { newSubmissionKey, stateFromKept } from "@/lib/form-action";
import { type ClaimShown, findOwnClaim } from "@/lib/import-export/claim-queries";
import type { Profile } from "@/lib/people/profile-queries";
import type { Actor } from "@/lib/workflow/actor";
import { askClaimAction, withdrawClaimAction } from "../actions";

interface Props {
  person: Profile;
  actor: Actor;
  kept: string | string[] | undefined;
}

/** What a placeholder is, who it turned out to be, and the way to say that it is oneself. */
export async function PlaceholderNote({ person, actor, kept }: Props) {
  const { claimedBy, handle } = person;
  if (claimedBy) {
    return (
      <Note tone="info">
        Known from an imported thread. It was confirmed that this is{" "}
        <a href={`/people/${claimedBy.handle}`}>{claimedBy.name}</a>, under whose name everything stands now.
      </Note>
    );
  }
  const claim = await findOwnClaim(actor, person.id);
  return (
    <>
      <Note tone="info">
        Known from an imported thread; this person has not come to the portal yet.{" "}
        {actor.kind === "person" ? (
          "When they do, they can claim this name here."
        ) : (
          <>
            Is it you? <a href={`/sign-in?${new URLSearchParams({ back: `/people/${handle}` })}`}>Sign in</a>,
            and say so here.
          </>
        )}
      </Note>
      {claim?.status === "declined" && (
        <Note tone="warn" title="Your claim was declined">
          {claim.answer}
        </Note>
      )}
      {claim?.status === "asked" ? (
        <Waiting claim={claim} handle={handle} />
      ) : (
        actor.kind === "person" && <ThisIsMe handle={handle} kept={kept} />
      )}
    </>
  );
}

function Waiting({ claim, handle }: { claim: ClaimShown; handle: string }) {
  return (
    <>
      <Note tone="good" title="You said that this is you">
        The officers and administrators were told. Once one of them confirms it, all that stands here is
        yours.
      </Note>
      <ActionForm action={withdrawClaimAction} submissionKey={newSubmissionKey()} label="Take it back">
        <HiddenField name="claim" value={claim.id} />
        <HiddenField name="version" value={claim.version} />
        <HiddenField name="handle" value={handle} />
        <div className="actions">
          <SubmitButton variant="plain">Take it back</SubmitButton>
        </div>
      </ActionForm>
    </>
  );
}

async function ThisIsMe({ handle, kept }: { handle: string; kept: Props["kept"] }) {
  return (
    <ActionForm
      folded="This is me"
      action={askClaimAction}
      submissionKey={newSubmissionKey()}
      state={await stateFromKept(kept, "ask-claim")}
      submitLabel="Say that this is me"
      label="This is me"
    >
      <HiddenField name="placeholder" value={handle} />
      <TextField
        name="reason"
        label="How the others can know"
        hint="Such as your name in the tracker. The officers and administrators read it."
        maxLength={2000}
        required
      />
    </ActionForm>
  );
}
