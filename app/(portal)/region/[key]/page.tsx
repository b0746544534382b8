import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { readRegion } from "../_components/read-region";
import { RegionView } from "../_components/region-view";

interface Props {
  params: Promise<{ key: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await readRegion((await params).key))?.name ?? "Region" };
}

export default async function NamedRegionPage({ params, searchParams }: Props) {
  const [{ key }, { kept }] = await Promise.all([params, searchParams]);
  const region = await readRegion(key);
  if (!region) notFound();
  return <RegionView region={region} kept={kept} />;
}
