import { cache } from "react";
import { currentActor } from "@/lib/auth/reader";
import { findRegion } from "@/lib/region/queries";

/** The region as this reader sees it: one query for the page and its title. */
export const readRegion = cache(async (key?: string) => findRegion(await currentActor(), key));
