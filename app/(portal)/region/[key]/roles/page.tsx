import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { RegionTabs } from "@/components/region/region-tabs";
import { RoleItem } from "@/components/region/role-item";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHead } from "@/components/ui/page-head";
import { Section } from "@/components/ui/section";
import { currentActor } from "@/lib/auth/reader";
import { findRegionRoles } from "@/lib/region/role-queries";
import { AddRole, KeepHolder, KeepRole, keptOfRoles } from "./_components/keep-role";

interface Props {
  params: Promise<{ key: string }>;
  searchParams: Promise<{ kept?: string | string[] }>;
}

export const metadata: Metadata = { title: "Roles of the region" };

export default async function RolesPage({ params, searchParams }: Props) {
  const [actor, { key }, { kept }] = await Promise.all([currentActor(), params, searchParams]);
  const found = await findRegionRoles(actor, key);
  if (!found) notFound();
  const { region, roles, mayKeep, sentence } = found;
  const keptOf = await keptOfRoles(kept);
  return (
    <article className="page">
      <PageHead title="Roles" number={region.name} lead={sentence} />
      <RegionTabs region={region.key} current="roles" />
      {roles.length > 0 ? (
        <ul className="roles">
          {roles.map((role) => (
            <RoleItem
              key={role.id}
              role={role}
              holderForms={(holder) => (
                <KeepHolder
                  region={region.key}
                  holder={holder}
                  needsAccess={role.needsAccess}
                  kept={keptOf(role)}
                />
              )}
            >
              {mayKeep && role.status !== "retired" && (
                <KeepRole region={region.key} role={role} kept={keptOf(role)} />
              )}
            </RoleItem>
          ))}
        </ul>
      ) : (
        <EmptyState title="No role is named yet.">
          A region needs people as much as machines: who leads it, who is on call, who brings tenants in. Its
          operators and the officers of the board name them here.
        </EmptyState>
      )}
      {mayKeep && (
        <Section title="Another role">
          <AddRole region={region.key} kept={kept} />
        </Section>
      )}
    </article>
  );
}
