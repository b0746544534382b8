import { Section } from "@/components/ui/section";
import { Time } from "@/components/ui/time";
import { amendmentName } from "@/lib/meetings/minutes-amended";
import type { AmendmentRecord } from "@/lib/meetings/minutes-record";

/** Every correction since the publication, with its reason; the text above already reads as amended. */
export function Amendments({ date, amendments }: { date: string; amendments: readonly AmendmentRecord[] }) {
  if (amendments.length === 0) return null;
  return (
    <div className="no-print">
      <Section title="Amendments" id="amendments" aside={amendments.length}>
        <p className="meta">
          The minutes read as amended.{" "}
          <a href={`/meetings/${date}/minutes/published`}>As they were published</a>
        </p>
        <ol className="said">
          {amendments.map((amendment) => (
            <li key={amendmentName(amendment)} id={amendmentName(amendment).replace(" ", "-")}>
              <p className="meta">
                <b className="sentence">{amendmentName(amendment)}</b> · <Time at={amendment.at} /> ·{" "}
                {amendment.by}
              </p>
              {amendment.was && (
                <p dir="auto">
                  <del>{amendment.was}</del>
                </p>
              )}
              {amendment.text && (
                <p dir="auto">
                  <ins>{amendment.text}</ins>
                </p>
              )}
              <p className="meta">
                Reason: <span dir="auto">{amendment.reason}</span>
              </p>
            </li>
          ))}
        </ol>
      </Section>
    </div>
  );
}
