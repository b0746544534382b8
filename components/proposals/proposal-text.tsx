import type { ReactNode } from "react";
import { EmptyState } from "@/components/ui/empty-state";
import { Prose } from "@/components/ui/prose";
import { Section } from "@/components/ui/section";
import type { AskShown } from "@/lib/proposals/ask-queries";
import type { ProposalHead, ProposalText as Text } from "@/lib/proposals/queries";
import { sectionTitle } from "@/lib/proposals/ui-text";
import { AskItem } from "./ask-item";

interface Props {
  head: Pick<ProposalHead, "summary" | "imported" | "status">;
  text: Text;
  /** What stands below an ask: the forms of whoever it names. */
  belowAsk?: (ask: AskShown) => ReactNode;
}

/** What a proposal says: summary, asks, sections. */
export function ProposalText({ head, text, belowAsk }: Props) {
  return (
    <>
      {head.summary && (
        <p className="summary" dir="auto">
          {head.summary}
        </p>
      )}
      <Section title="Asks" id="asks">
        {text.asks.length > 0 ? (
          <ol className="asks">
            {text.asks.map((ask) => (
              <AskItem key={ask.number} ask={ask} proposalStatus={head.status}>
                {belowAsk?.(ask)}
              </AskItem>
            ))}
          </ol>
        ) : (
          <EmptyState title="Nothing is asked yet.">
            A board can only decide on something that is asked.{" "}
            {head.imported && "This thread came from a tracker."}
          </EmptyState>
        )}
      </Section>
      {text.sections.map((section) => (
        <Section key={section.key} title={sectionTitle(section.key)}>
          <Prose html={section.html} />
        </Section>
      ))}
    </>
  );
}
