import { ActionForm } from "@/components/forms/action-form";
import { RadioGroup } from "@/components/forms/check-field";
import { Fieldset, HiddenField } from "@/components/forms/fieldset";
import { SubmitButton } from "@/components/forms/submit-button";
import { newSubmissionKey, stateFromKept } from "@/lib/form-action";
import type { Session, SessionItem } from "@/lib/meetings/session-queries";
import { moveItemAction } from "../actions";

interface ItemMovesProps {
  session: Session;
  item: SessionItem;
  kept?: string | string[];
}

/** Opening, closing, going on. What was asked here and is open is listed, with what becomes of it when the item closes. */
export async function ItemMoves({ session, item, kept }: ItemMovesProps) {
  const open = item.moves.filter((move) => !move.refusal);
  const closed = item.moves.filter((move) => move.refusal);
  const isOpen = item.status === "open";
  const goesOn = session.mayPreside && isOpen && session.hasNext;
  if (item.moves.length === 0 && !goesOn) return null;
  return (
    <ActionForm
      action={moveItemAction}
      submissionKey={newSubmissionKey()}
      state={await stateFromKept(kept, "move-item")}
      label="Next steps"
    >
      <HiddenField name="date" value={session.date} />
      <HiddenField name="itemId" value={item.id} />
      <HiddenField name="version" value={item.version} />
      {isOpen && item.openHere.length > 0 && <OpenHere item={item} />}
      <div className="actions">
        {goesOn && (
          <SubmitButton name="move" value="next">
            Next item
          </SubmitButton>
        )}
        {open.map((move) => (
          <SubmitButton key={move.name} name="move" value={move.name} variant={isOpen ? "plain" : "primary"}>
            {move.label}
          </SubmitButton>
        ))}
      </div>
      {closed.map((move) => (
        <p className="move-not" key={move.name}>
          <b>{move.label}</b> is not possible yet: {move.refusal}
        </p>
      ))}
    </ActionForm>
  );
}

function OpenHere({ item }: { item: SessionItem }) {
  return (
    <Fieldset legend="Asked here, and still open" hint="What becomes of it when this item closes.">
      {item.openHere.map(({ lineId, number, text, answer }) => (
        <RadioGroup
          key={lineId}
          name={`question.${lineId}`}
          legend={`Question ${number}: ${text.slice(0, 120)}`}
          defaultValue={answer ? "answered" : "unanswered"}
          options={[
            { value: "unanswered", label: "No answer given" },
            ...(answer ? [{ value: "answered", label: `Answered: ${answer.slice(0, 80)}` }] : []),
            { value: "open", label: "Stays open" },
          ]}
        />
      ))}
    </Fieldset>
  );
}
