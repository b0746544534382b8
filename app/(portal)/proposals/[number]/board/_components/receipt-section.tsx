import { Section } from "@/components/ui/section";
import { Time } from "@/components/ui/time";
import type { SplitReceipt } from "@/lib/tickets/receipt-queries";

/** What the board finds of the split: who confirmed it, its receipt, and what led to what. */
export function ReceiptSection({ number, receipt }: { number: number; receipt: SplitReceipt | null }) {
  if (!receipt) return null;
  return (
    <Section title="Split">
      <p>
        Confirmed by {receipt.by}, <Time at={receipt.at} />.
      </p>
      <p>
        <a href={`/proposals/${number}/split/receipt`}>The receipt: what became of each thing</a>
        {" · "}
        <a href={`/provenance/proposal/${number}`}>What led to what</a>
      </p>
    </Section>
  );
}
