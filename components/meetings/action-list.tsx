import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import { Time } from "@/components/ui/time";
import { StatusBadge } from "@/components/workflow/status-badge";
import type { ShownAction } from "@/lib/meetings/action-row";
import { actionStages, actionStatusLabels, carriedWords } from "@/lib/meetings/action-text";

interface ActionListProps {
  actions: readonly ShownAction[];
  /** What can be done with one where it stands; its own page has it all. */
  deed?: (action: ShownAction) => ReactNode;
  /** Level of the owners' headings. */
  heading?: "h2" | "h3";
}

/** ACTIONs of earlier meetings, each owner's together; they come in that order. */
export function ActionsByOwner({ actions, deed, heading: Heading = "h2" }: ActionListProps) {
  return groups(actions).map(({ key, name, href, left, of }) => (
    <section className="sec" key={key}>
      <div className="sec-head">
        <Heading id={`of-${key}`}>{href ? <a href={href}>{name}</a> : name}</Heading>
        <div className="sec-aside">{of.length}</div>
      </div>
      {left && <p className="meta">Holds no role any more: somebody else may have to take these on.</p>}
      <ul className="lines" data-list>
        {of.map((action) => (
          <ActionLine key={action.id} action={action} deed={deed?.(action)} />
        ))}
      </ul>
    </section>
  ));
}

function ActionLine({ action, deed }: { action: ShownAction; deed: ReactNode }) {
  const [last] = action.reports;
  return (
    <li id={`action-${action.id}`}>
      <a className="line-title" href={`/meetings/actions/${action.id}`}>
        <span dir="auto">{action.text}</span>
      </a>
      <StatusBadge
        status={action.status}
        label={actionStatusLabels[action.status]}
        stage={actionStages[action.status]}
      />
      {last?.note && (
        <p className="line-text" dir="auto">
          {last.note}{" "}
          <span className="meta">
            {last.by.name}, <Time at={last.at} format="date" />
          </span>
        </p>
      )}
      <p className="line-facts">
        <ActionFacts action={action} />
      </p>
      {deed}
    </li>
  );
}

/** Where it comes from, until when it is due, and how far it has been carried. */
export function ActionFacts({ action }: { action: ShownAction }) {
  const carried = carriedWords(action.carriedCount);
  return (
    <>
      From{" "}
      <a href={`/meetings/${action.date}/minutes`}>
        <Time at={action.date} format="date" />
      </a>
      , “<span dir="auto">{action.item}</span>”
      {action.dueOn && (
        <>
          {" "}
          · due <Time at={action.dueOn} format="date" />
        </>
      )}
      {action.isOverdue && (
        <>
          {" "}
          <Badge stage="stopped">Overdue</Badge>
        </>
      )}
      {carried && ` · ${carried}`}
      {action.needsReport && " · asks for a fresh status"}
      {action.tickets.map(({ number, title }) => (
        <span key={number}>
          {" · "}
          <a href={`/tickets/${number}`}>
            T-{number} <span dir="auto">{title}</span>
          </a>
        </span>
      ))}
      {action.executive && " · executive"}
    </>
  );
}

function groups(actions: readonly ShownAction[]) {
  const found = new Map<
    string,
    { key: string; name: string; href: string | null; left: boolean; of: ShownAction[] }
  >();
  for (const action of actions) {
    const { owner } = action;
    const key = owner ? `${owner.kind}-${owner.handle}` : "nobody";
    const group = found.get(key) ?? {
      key,
      name: owner?.name ?? "Nobody yet",
      href: owner?.kind === "person" ? `/people/${owner.handle}` : null,
      left: action.ownerLeft,
      of: [],
    };
    group.of.push(action);
    found.set(key, group);
  }
  return [...found.values()];
}
