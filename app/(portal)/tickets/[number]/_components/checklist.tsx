import { ActionForm } from "@/components/forms/action-form";
import { HiddenField } from "@/components/forms/fieldset";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextArea } from "@/components/forms/text-field";
import { Icon } from "@/components/ui/icon";
import type { IconName } from "@/components/ui/icon-names";
import { Section } from "@/components/ui/section";
import { Time } from "@/components/ui/time";
import { newSubmissionKey, stateFromKept } from "@/lib/form-action";
import type { ChecklistLine } from "@/lib/tickets/link-queries";
import type { TicketShown } from "@/lib/tickets/queries";
import { addItemAction, changeItemAction } from "../../link-actions";

interface Props {
  ticket: TicketShown;
  mayChange: boolean;
  kept: string | string[] | undefined;
}

/** The steps of the work: who did which, and when. */
export async function Checklist({ ticket, mayChange, kept }: Props) {
  const { checklist, number } = ticket;
  if (checklist.length === 0 && !mayChange) return null;
  const doneCount = checklist.filter(({ doneAt }) => doneAt !== null).length;
  return (
    <Section
      title="Checklist"
      id="checklist"
      aside={checklist.length > 0 && <span>{`${doneCount} of ${checklist.length} done`}</span>}
    >
      {checklist.length > 0 && (
        <ActionForm
          action={changeItemAction}
          submissionKey={newSubmissionKey()}
          className="checklist"
          label="Checklist"
        >
          <HiddenField name="number" value={number} />
          <ol>
            {checklist.map((item, place) => (
              <Item
                key={item.id}
                item={item}
                mayChange={mayChange}
                isFirst={place === 0}
                isLast={place === checklist.length - 1}
              />
            ))}
          </ol>
        </ActionForm>
      )}
      {mayChange && (
        <ActionForm
          action={addItemAction}
          submissionKey={newSubmissionKey()}
          state={await stateFromKept(kept, "add-item")}
          submitLabel="Add"
          label="Add to the checklist"
          folded={checklist.length > 0 ? "Add items" : "Make a checklist"}
        >
          <HiddenField name="number" value={number} />
          <TextArea name="text" label="What has to be done" hint="Each line is an item." rows={3} required />
        </ActionForm>
      )}
    </Section>
  );
}

interface ItemProps {
  item: ChecklistLine;
  mayChange: boolean;
  isFirst: boolean;
  isLast: boolean;
}

function Item({ item, mayChange, isFirst, isLast }: ItemProps) {
  const { id, text, doneAt, doneBy } = item;
  return (
    <li className={doneAt ? "is-done" : undefined}>
      {mayChange ? (
        <Deed deed={doneAt ? "untick" : "tick"} id={id} pressed={doneAt !== null}>
          {doneAt && <Icon name="check" />}
          <span className="sr-only">{`${doneAt ? "Done" : "Not done"}: ${text}`}</span>
        </Deed>
      ) : (
        <span className="tick">{doneAt ? <Icon name="check" label="Done" /> : null}</span>
      )}
      <span dir="auto">{text}</span>
      {doneAt && doneBy && (
        <span className="meta">
          <a href={`/people/${doneBy.handle}`}>{doneBy.name}</a>, <Time at={doneAt} format="date" />
        </span>
      )}
      {mayChange && (
        <span className="item-deeds">
          {!isFirst && <IconDeed deed="up" id={id} icon="arrow-up" label={`Move up: ${text}`} />}
          {!isLast && <IconDeed deed="down" id={id} icon="arrow-down" label={`Move down: ${text}`} />}
          <IconDeed deed="remove" id={id} icon="x" label={`Remove: ${text}`} />
        </span>
      )}
    </li>
  );
}

function Deed(props: { deed: string; id: number; pressed: boolean; children: React.ReactNode }) {
  return (
    <button
      type="submit"
      className="tick"
      name="deed"
      value={`${props.deed} ${props.id}`}
      aria-pressed={props.pressed}
    >
      {props.children}
    </button>
  );
}

function IconDeed({ deed, id, icon, label }: { deed: string; id: number; icon: IconName; label: string }) {
  return (
    <SubmitButton variant="quiet" size="small" name="deed" value={`${deed} ${id}`} pendingLabel="…">
      <Icon name={icon} label={label} />
    </SubmitButton>
  );
}
