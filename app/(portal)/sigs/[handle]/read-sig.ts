import { cache } from "react";
import { currentActor } from "@/lib/auth/reader";
import { findSig } from "@/lib/people/sig-queries";

/** The SIG as this reader sees it: one query for the page and its title. */
export const readSig = cache(async (handle: string) =>
  findSig(await currentActor(), decodeURIComponent(handle)),
);
