import type { ReactNode } from "react";
import { MaterialLink } from "@/components/materials/material-link";
import { WhoReadLines } from "@/components/materials/who-read";
import { MovedOn } from "@/components/proposals/moved-on";
import { Badge } from "@/components/ui/badge";
import { Time } from "@/components/ui/time";
import { attachmentHref } from "@/lib/materials/file-name";
import { mayKeepMaterial, mayMarkRead } from "@/lib/materials/policy";
import { whoRead } from "@/lib/materials/preread";
import type { MaterialShown, Preread } from "@/lib/materials/queries";
import type { ProposalHead } from "@/lib/proposals/queries";
import type { Actor } from "@/lib/workflow/actor";
import { MarkForm } from "./mark-form";

interface Props {
  head: ProposalHead;
  material: MaterialShown;
  preread: Preread;
  actor: Actor;
  /** The forms to change it, where this reader asked for them. */
  change: ReactNode;
}

/** One material: where it is, which text it belongs to, and who has read it. */
export function MaterialItem({ head, material, preread, actor, change }: Props) {
  const { number, revision, changedAt, changedNote, lastChangeAt, file, url, title } = material;
  const thing = { revision, changedAt: lastChangeAt };
  const href = file ? attachmentHref(file.id, file.name) : url;
  const facts = { authorId: head.authorId, coAuthorIds: head.facts.coAuthorIds };
  return (
    <li id={`material-${number}`}>
      <p className="mat-title">
        <span className="no">{number}</span> <MaterialLink material={material} />
        {changedAt && <Badge stage="delivery">Changed since pinned</Badge>}
      </p>
      <p className="meta">
        For revision {revision} · added by{" "}
        <a href={`/people/${material.addedBy.handle}`}>{material.addedBy.name}</a>,{" "}
        <Time at={material.createdAt} format="date" />
      </p>
      {changedAt && (
        <p className="mat-note">
          What changed, <Time at={changedAt} format="date" />: <span dir="auto">{changedNote}</span>
        </p>
      )}
      <MovedOn proposal={head.number} spoke={revision} current={head.revision} />
      {head.status !== "draft" && <WhoReadLines who={whoRead(preread.directors, material.marks, thing)} />}
      <div className="mat-deeds">
        {actor.kind === "person" && mayMarkRead(actor) && head.status !== "draft" && (
          <MarkForm
            proposal={head.number}
            material={number}
            personId={actor.personId}
            marks={material.marks}
            thing={thing}
            name={title}
          />
        )}
        {!change && mayKeepMaterial(actor, facts, material) && (
          <a href={`/proposals/${head.number}/materials?change=${number}#material-${number}`}>
            Change or remove<span className="sr-only"> material {number}</span>
          </a>
        )}
      </div>
      {change}
      {change && href && (
        <p className="mat-note">
          To link to it in a text, paste <code>{markdownLink(title, href)}</code>
        </p>
      )}
    </li>
  );
}

function markdownLink(title: string, href: string): string {
  return `[${title.replace(/[\\[\]]/g, "\\$&")}](${href.replace(/[()]/g, (each) => (each === "(" ? "%28" : "%29"))})`;
}
