import { termWords } from "@/components/people/seat-table";
import { Time } from "@/components/ui/time";
import type { RoleShown } from "@/lib/people/profile-queries";
import { roleLabel } from "@/lib/people/ui-text";

/** Roles with their bodies and from when until when. */
export function RoleList({ roles }: { roles: readonly RoleShown[] }) {
  return (
    <ul className="lines">
      {roles.map((role) => (
        <li key={`${role.role} ${role.bodyHandle} ${role.since.toISOString()}`}>
          <b className="line-title">
            {roleLabel(role.role)}, <Body role={role} />
          </b>
          <p className="line-facts">
            <Dates role={role} />
          </p>
        </li>
      ))}
    </ul>
  );
}

function Body({ role: { body, bodyHandle, sig } }: { role: RoleShown }) {
  if (sig) return <a href={`/sigs/${sig}`}>{body}</a>;
  return bodyHandle === "board" ? <a href="/board">{body}</a> : body;
}

function Dates({ role }: { role: RoleShown }) {
  const { since, until } = role;
  const term = termWords(role);
  return until ? (
    <>
      From <Time at={since} format="date" /> until <Time at={until} format="date" />
    </>
  ) : (
    <>
      Since <Time at={since} format="date" />
      {term && `; the term ${term}`}
    </>
  );
}
