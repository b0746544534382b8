import { Time } from "@/components/ui/time";
import { sizeText } from "@/lib/materials/file-kinds";
import type { EvidenceShown } from "@/lib/region/capability-queries";
import { evidenceStatusLabels } from "@/lib/region/ui-text";

/** What shows it, then who gave it, what was thought of it, and until when it counts. */
export function EvidenceBody({ evidence }: { evidence: EvidenceShown }) {
  const { link, note, output, file } = evidence;
  return (
    <>
      {link && (
        <p className="evidence-link">
          <a href={link} rel="noreferrer nofollow ugc">
            {link}
          </a>
        </p>
      )}
      {file && (
        <p className="evidence-link">
          <a href={`/attachments/${file.id}/${encodeURIComponent(file.name)}`}>{file.name}</a>{" "}
          <span className="meta">{sizeText(file.size)}</span>
        </p>
      )}
      {note && (
        <p className="evidence-note" dir="auto">
          {note}
        </p>
      )}
      {output && <Output evidence={evidence} />}
      <Standing evidence={evidence} />
    </>
  );
}

const fewLines = 12;

/** As it was printed; a long one folds, and scrolls in its own box, also by keyboard. */
function Output({ evidence: { output, criterion } }: { evidence: EvidenceShown }) {
  const lines = output.split("\n").length;
  const box = (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1)
    <section className="evidence-output" aria-label={`Output for “${criterion}”`} tabIndex={0}>
      <pre>{output}</pre>
    </section>
  );
  if (lines <= fewLines) return box;
  return (
    <details className="more">
      <summary>Output of {lines} lines</summary>
      {box}
    </details>
  );
}

function Standing({ evidence }: { evidence: EvidenceShown }) {
  const { submittedBy, createdAt, judgedBy, judgedAt, stored, reason, status, validUntil } = evidence;
  const verdict = stored === "withdrawn" ? "Accepted" : evidenceStatusLabels[stored];
  return (
    <p className="meta">
      Given by <Who person={submittedBy} />, <Time at={createdAt} format="date" />
      {judgedBy && judgedAt && (
        <>
          {" · "}
          {verdict.toLowerCase()} by <Who person={judgedBy} />, <Time at={judgedAt} format="date" />
        </>
      )}
      {reason && <Reason text={reason} />}
      {validUntil && (
        <>
          {" · "}
          {status === "expired" ? "expired after" : "counts until"}{" "}
          <Time at={`${validUntil}T12:00:00Z`} format="date" />
        </>
      )}
      <Withdrawal evidence={evidence} />
    </p>
  );
}

function Withdrawal({ evidence }: { evidence: EvidenceShown }) {
  const { withdrawnBy, withdrawnAt, withdrawnReason } = evidence;
  if (!withdrawnBy || !withdrawnAt) return null;
  return (
    <>
      {" · "}withdrawn by <Who person={withdrawnBy} />, <Time at={withdrawnAt} format="date" />
      <Reason text={withdrawnReason} />
    </>
  );
}

function Reason({ text }: { text: string }) {
  return (
    <>
      : <q dir="auto">{text}</q>
    </>
  );
}

function Who({ person: { handle, name } }: { person: { handle: string; name: string } }) {
  return <a href={`/people/${handle}`}>{name}</a>;
}
