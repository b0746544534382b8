import type { Metadata } from "next";
import { EmptyRegion } from "./_components/empty-region";
import { readRegion } from "./_components/read-region";
import { RegionView } from "./_components/region-view";

export const metadata: Metadata = { title: "Region" };

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function RegionPage({ searchParams }: Props) {
  const [region, { kept }] = await Promise.all([readRegion(), searchParams]);
  return region ? <RegionView region={region} kept={kept} /> : <EmptyRegion kept={kept} />;
}
