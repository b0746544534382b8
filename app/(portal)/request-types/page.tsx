import type { Metadata } from "next";
import { Badge } from "@/components/ui/badge";
import { PageHead } from "@/components/ui/page-head";
import { Section } from "@/components/ui/section";
import { requestTypes } from "@/lib/tickets/request-types/catalogue";
import { areas, type RequestType } from "@/lib/tickets/request-types/define-request-type";
import { expectedText } from "@/lib/tickets/request-types/ui-text";

export const metadata: Metadata = { title: "Requests to the infra team" };

export default function RequestTypesPage() {
  return (
    <article className="page">
      <PageHead
        title="Requests to the infra team"
        lead="What can be asked for, what each request needs from you, and why. Complete requests are taken up; incomplete ones come back with a question."
      />
      {areas.map((area) => (
        <Section key={area} title={area}>
          <ul className="lines" data-list>
            {requestTypes
              .filter((type) => type.area === area)
              .map((type) => (
                <TypeLine key={type.key} type={type} />
              ))}
          </ul>
        </Section>
      ))}
    </article>
  );
}

function TypeLine({ type }: { type: RequestType }) {
  return (
    <li>
      <a className="line-title" href={`/request-types/${type.key}`}>
        {type.label}
      </a>
      {type.boardGated ? <Badge stage="board">Board decides first</Badge> : null}
      <p>{type.summary}</p>
      <p className="line-facts">{expectedText(type.expectedDays)}</p>
    </li>
  );
}
