import type { ReactNode } from "react";
import { Facts } from "@/components/ui/facts";
import type { SigShown } from "@/lib/people/sig-queries";
import { PeopleLinks } from "./people-links";

/** Who a SIG is. */
export function SigAside({ sig, children }: { sig: SigShown; children?: ReactNode }) {
  const { chairs, members, sponsor } = sig;
  return (
    <aside className="side" aria-label="About this SIG">
      <Facts
        items={[
          {
            term: chairs.length > 1 ? "Chairs" : "Chair",
            detail: <PeopleLinks people={chairs} none="Nobody at the moment" />,
          },
          { term: "Members", detail: <PeopleLinks people={members} none="None yet" /> },
          {
            term: "Sponsoring director",
            detail: <PeopleLinks people={sponsor ? [sponsor] : []} none="None yet" />,
          },
        ]}
      />
      {children}
    </aside>
  );
}
