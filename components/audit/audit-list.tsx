import { Badge } from "@/components/ui/badge";
import { Time } from "@/components/ui/time";
import { agentWords } from "@/lib/audit/agent-words";
import { auditHref } from "@/lib/audit/list-filter";
import type { AuditLine } from "@/lib/audit/queries";

interface Props {
  lines: readonly AuditLine[];
  /** For administrators: names and subjects lead to everything about them. */
  links?: boolean;
}

/** Who did what, one sentence each. */
export function AuditList({ lines, links = false }: Props) {
  return (
    <ul className="lines">
      {lines.map((line) => (
        <Line key={line.id} line={line} links={links} />
      ))}
    </ul>
  );
}

function Line({ line, links }: { line: AuditLine; links: boolean }) {
  const { at, kind, person, about, subject, who, sentence, why, network, agent } = line;
  const people = [person, about].filter((each) => each !== null);
  return (
    <li>
      <p>
        <b dir="auto">{who}</b> {sentence}
      </p>
      {kind === "refused" && <Badge stage="stopped">Refused</Badge>}
      {why && (
        <p className="line-text" dir="auto">
          {why}
        </p>
      )}
      <p className="line-facts">
        <Time at={at} />
        {network && ` · from ${network}`}
        {agent && ` · ${agentWords(agent)}`}
        {links &&
          people.map(({ handle }) => <To key={handle} href={{ person: handle }} label={`@${handle}`} />)}
        {links && subject && <To href={{ about: subject }} label={subject} />}
      </p>
    </li>
  );
}

function To({ href, label }: { href: { person?: string; about?: string }; label: string }) {
  return (
    <>
      {" · "}
      <a href={auditHref(href)} aria-label={`All about ${label}`}>
        {label}
      </a>
    </>
  );
}
