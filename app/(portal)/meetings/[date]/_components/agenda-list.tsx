import { ActionForm } from "@/components/forms/action-form";
import { HiddenField } from "@/components/forms/fieldset";
import { SubmitButton } from "@/components/forms/submit-button";
import { MaterialLink } from "@/components/materials/material-link";
import { PullForm } from "@/components/meetings/pull-form";
import { Badge } from "@/components/ui/badge";
import { Disclosure } from "@/components/ui/disclosure";
import { Icon } from "@/components/ui/icon";
import { Prose } from "@/components/ui/prose";
import { Section } from "@/components/ui/section";
import { newSubmissionKey } from "@/lib/form-action";
import { bySection, factsOf, lateWords, minutesOfItem, pinnedWords } from "@/lib/meetings/agenda-documents";
import type { Agenda, AgendaItemShown, AgendaMaterial } from "@/lib/meetings/agenda-queries";
import { minutesToRead } from "@/lib/meetings/reading-load";
import { itemStages, itemStatusLabels, outlineParts, sectionLabels } from "@/lib/meetings/ui-text";
import { askKindLabels } from "@/lib/proposals/ui-text";
import { orderItemsAction, pullItemAction, reorderItemAction } from "../actions";
import { AgendaDrag } from "./agenda-drag";
import "./agenda.css";

/** The items of an agenda, section by section, in the order of the meeting. */
export function AgendaList({ agenda }: { agenda: Agenda }) {
  const sections = bySection(agenda.items);
  const isSortable = agenda.mayRun && sections.some(([, items]) => items.length > 1);
  return (
    <>
      {isSortable && (
        <AgendaDrag
          action={orderItemsAction}
          submissionKey={newSubmissionKey()}
          date={agenda.date}
          order={agenda.items.map(({ id }) => id).join()}
        />
      )}
      {sections.map(([section, items]) => (
        <Section key={section} title={sectionLabels[section]} id={section}>
          <ol className="agenda" data-list>
            {items.map((item, place) => (
              <Item
                key={item.id}
                item={item}
                date={agenda.date}
                order={agenda.mayRun ? { first: place === 0, last: place === items.length - 1 } : undefined}
              />
            ))}
          </ol>
        </Section>
      ))}
    </>
  );
}

interface ItemProps {
  item: AgendaItemShown;
  date: string;
  /** Where it stands in its section, for who may move it. */
  order?: { first: boolean; last: boolean };
}

function Item({ item, date, order }: ItemProps) {
  const { proposal, ticket } = item;
  const subject = proposal
    ? `/proposals/${proposal.number}`
    : ticket && `/meetings/${date}/session?item=${item.id}`;
  return (
    <li id={`item-${item.id}`} data-agenda-item={item.id}>
      <h3 dir="auto">{subject ? <a href={subject}>{item.title}</a> : item.title}</h3>
      <p className="agenda-time">{minutesOfItem(item)}</p>
      <p className="line-facts">
        {item.late && <Badge stage="delivery">{lateWords[item.late]}</Badge>}{" "}
        {[...factsOf(item), ...readingFacts(item)].join(" · ")}{" "}
        {item.status !== "planned" && (
          <Badge stage={itemStages[item.status]}>{itemStatusLabels[item.status]}</Badge>
        )}
      </p>
      {proposal && proposal.asks.length > 0 && (
        <ul className="agenda-asks">
          {proposal.asks.map((ask) => (
            <li key={ask.number} dir="auto">
              <b>{askKindLabels[ask.kind]}:</b> {ask.text}
            </li>
          ))}
        </ul>
      )}
      {proposal && proposal.materials.length > 0 && (
        <ul className="agenda-materials" aria-label={`Materials of ${item.title}`}>
          {proposal.materials.map((material) => (
            <li key={material.number}>
              <MaterialLink material={material} /> <Pinned material={material} current={proposal.revision} />
            </li>
          ))}
        </ul>
      )}
      {item.note && (
        <p className="agenda-note" dir="auto">
          <b>Note:</b> {item.note}
        </p>
      )}
      <OutlineShown item={item} />
      {item.mayPull && (
        <div className="no-print">
          <PullForm
            action={pullItemAction}
            submissionKey={newSubmissionKey()}
            date={date}
            itemId={item.id}
            title={item.title}
          />
        </div>
      )}
      <Tools item={item} date={date} order={order} />
    </li>
  );
}

/** To which revision a material was pinned, where the text has moved on, and that what is behind it was changed. */
function Pinned({ material, current }: { material: AgendaMaterial; current: number }) {
  const words = [
    ...(material.revision < current ? [pinnedWords(material.revision, current)] : []),
    ...(material.changedAt ? ["changed since"] : []),
  ];
  return words.length > 0 ? <span className="hint">{words.join(", ")}</span> : null;
}

/** For those who read ahead: how long this takes, and whether they have. */
function readingFacts({ proposal }: AgendaItemShown): string[] {
  if (!proposal || proposal.words === null) return [];
  return [`${minutesToRead(proposal.words)} min to read`, proposal.isRead ? "read" : "not read yet"];
}

function OutlineShown({ item }: { item: AgendaItemShown }) {
  const written = outlineParts.filter(({ key }) => item.outline[key]);
  if (written.length === 0) return null;
  return (
    <Disclosure summary={`Outline (${written.length} of ${outlineParts.length} parts)`}>
      {written.map(({ key, title }) => (
        <section key={key} aria-label={title}>
          <h4>{title}</h4>
          <Prose html={item.outline[key]?.html ?? ""} />
        </section>
      ))}
    </Disclosure>
  );
}

function Tools({ item, date, order }: ItemProps) {
  const mayChange = item.mayOutline || (item.withdraw && !item.withdraw.refusal);
  if (!mayChange && !order) return null;
  return (
    <div className="agenda-tools no-print">
      {mayChange && (
        <a href={`/meetings/${date}/items/${item.id}`}>
          {toolName(item)}
          <span className="sr-only"> of {item.title}</span>
        </a>
      )}
      {order && !(order.first && order.last) && (
        <ActionForm
          action={reorderItemAction}
          submissionKey={newSubmissionKey()}
          className="agenda-order"
          label={`Order of ${item.title}`}
        >
          <HiddenField name="date" value={date} />
          <HiddenField name="itemId" value={item.id} />
          {/* biome-ignore lint/a11y/useSemanticElements: browsers start no drag from a button */}
          <span
            role="button"
            tabIndex={0}
            className="btn quiet small js-only agenda-handle"
            aria-label={`Drag ${item.title}, or press Alt and an arrow key`}
            data-handle
          >
            <Icon name="grip-vertical" />
          </span>
          {!order.first && <Move direction="up" title={item.title} />}
          {!order.last && <Move direction="down" title={item.title} />}
        </ActionForm>
      )}
    </div>
  );
}

function toolName({ mayOutline, isBreak, outline }: AgendaItemShown): string {
  if (!mayOutline || isBreak) return "Change";
  return outlineParts.some(({ key }) => outline[key]) ? "Edit the outline" : "Write the outline";
}

function Move({ direction, title }: { direction: "up" | "down"; title: string }) {
  return (
    <SubmitButton name="direction" value={direction} variant="quiet" size="small">
      Move {direction}
      <span className="sr-only"> {title}</span>
    </SubmitButton>
  );
}
