import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import { Disclosure } from "@/components/ui/disclosure";
import { Icon } from "@/components/ui/icon";
import { Time } from "@/components/ui/time";
import type { HolderShown, RegionRoleShown } from "@/lib/region/role-queries";
import { roleStages, roleStatusLabels } from "@/lib/region/role-ui-text";

interface Props {
  role: RegionRoleShown;
  holderForms: (holder: HolderShown) => ReactNode;
  children?: ReactNode;
}

/** A role with its purpose, duties, who holds it since when, and what it lacks. */
export function RoleItem({ role, holderForms, children }: Props) {
  const { id, name, status, purpose, duties, gap, holders, former } = role;
  return (
    <li className="role" id={`role-${id}`}>
      <h2 className="role-name">
        <span dir="auto">{name}</span> <Badge stage={roleStages[status]}>{roleStatusLabels[status]}</Badge>
      </h2>
      {purpose && <p dir="auto">{purpose}</p>}
      {duties.length > 0 && (
        <ul className="role-duties">
          {duties.map((duty) => (
            <li key={duty} dir="auto">
              {duty}
            </li>
          ))}
        </ul>
      )}
      {gap && (
        <p className="role-gap">
          <Icon name="triangle-alert" label="Gap" /> {gap.charAt(0).toUpperCase() + gap.slice(1)}.
        </p>
      )}
      <ul className="role-holders">
        {holders.map((holder) => (
          <li key={holder.id}>
            <Holder holder={holder} needsAccess={role.needsAccess} />
            <div className="line-forms">{holderForms(holder)}</div>
          </li>
        ))}
      </ul>
      {former.length > 0 && (
        <Disclosure summary={`Who held it before (${former.length})`}>
          <ul className="role-holders">
            {former.map((holder) => (
              <li key={holder.id}>
                <Holder holder={holder} needsAccess={false} />
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
      {children && <div className="line-forms">{children}</div>}
    </li>
  );
}

function Holder({ holder, needsAccess }: { holder: HolderShown; needsAccess: boolean }) {
  const { handle, name, since, until, from, note, accessBy, accessAt } = holder;
  return (
    <>
      <a href={`/people/${handle}`}>{name}</a>{" "}
      <span className="meta">
        since <Time at={since} format="date" />
        {until && (
          <>
            {" "}
            until <Time at={until} format="date" />
          </>
        )}
        {from && `, taken over from ${from}`}
        {accessAt && accessBy && `; access, given by ${accessBy}`}
        {needsAccess && !accessAt && "; no access yet"}
      </span>
      {note && (
        <p className="line-text" dir="auto">
          {note}
        </p>
      )}
    </>
  );
}
