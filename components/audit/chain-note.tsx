import { Facts } from "@/components/ui/facts";
import { Note } from "@/components/ui/note";
import { Section } from "@/components/ui/section";
import { Time } from "@/components/ui/time";
import { mostCounted } from "@/lib/audit/chain/verify";
import type { ChainState } from "@/lib/audit/chain-queries";

/** How the chain of hashes stands, and the hash to keep elsewhere. */
export function ChainNote({ chain: { seal, unsealed, check } }: { chain: ChainState }) {
  return (
    <Section title="The chain">
      {check?.complaint && (
        <Note tone="error" title="The chain is broken.">
          <p>{check.complaint} Keep the database as it is, and compare it with a backup.</p>
        </Note>
      )}
      <Facts
        items={[
          {
            term: "Last seal",
            detail: seal ? (
              <>
                No. {seal.id}, <Time at={seal.at} />
              </>
            ) : (
              "None yet: the first comes within a minute of the start"
            ),
          },
          { term: "Waiting for a seal", detail: waiting(unsealed) },
          {
            term: "Verified",
            detail: check ? (
              <>
                <Time at={check.at} />, {check.seals.toLocaleString("en")} seals over{" "}
                {check.rows.toLocaleString("en")} events and entries
              </>
            ) : (
              <>
                Not yet: every night, and by <code>npm run portal -- doctor</code>
              </>
            ),
          },
          ...(seal
            ? [
                {
                  term: "Newest hash, to be kept elsewhere",
                  detail: <code className="break-all">{seal.hash}</code>,
                },
              ]
            : []),
        ]}
      />
    </Section>
  );
}

function waiting(count: number): string {
  if (count === 0) return "Nothing";
  return count >= mostCounted ? `${mostCounted.toLocaleString("en")} or more` : `${count} of the last minute`;
}
