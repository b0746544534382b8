import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PageHead } from "@/components/ui/page-head";
import { currentActor } from "@/lib/auth/reader";
import { mayOpenRegion } from "@/lib/region/policy";
import { OpenRegionForm } from "../_components/open-region-form";

export const metadata: Metadata = { title: "Open a region" };

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function NewRegionPage({ searchParams }: Props) {
  const [actor, { kept }] = await Promise.all([currentActor(), searchParams]);
  if (!mayOpenRegion(actor)) notFound();
  return (
    <article className="page">
      <PageHead
        title="Open a region"
        lead="It begins as proposed, with the capabilities of the template; what it does not need is taken out afterwards."
      />
      <OpenRegionForm kept={kept} />
    </article>
  );
}
