import { writes } from "../proposals/policy";
import { done, type Result, refuse } from "../result";
import { type Actor, isDirector, isOfficer, isPerson } from "../workflow/actor";

interface OfProposal {
  authorId: number;
  coAuthorIds: readonly number[];
}

/**
 * Who keeps a proposal's materials: its authors, and the officers, who also keep what a presenter brings along. A
 * decided proposal still gets them: the recording of its meeting comes afterwards.
 */
export function mayKeepMaterials(actor: Actor, proposal: OfProposal): boolean {
  return writes(actor, proposal) || isOfficer(actor);
}

/** The same for one material, and whoever added it for their own. */
export function mayKeepMaterial(
  actor: Actor,
  proposal: OfProposal,
  material: { addedById: number },
): boolean {
  return mayKeepMaterials(actor, proposal) || isPerson(actor, material.addedById);
}

/** Those whose reading the meeting counts on: directors, and the officers who prepare it. */
export function mayMarkRead(actor: Actor): boolean {
  return isDirector(actor) || isOfficer(actor);
}

/** How much one proposal may carry. */
export interface Quota {
  materials: number;
  files: number;
  bytes: number;
}

/** At most this many on one proposal, links and files together. */
export const materialsAtMost = 200;

export function withinQuota(
  has: Quota,
  file: { size: number } | null,
  most: { files: number; megabytes: number },
): Result<null> {
  if (has.materials >= materialsAtMost) {
    return refuse(
      "refused",
      `This proposal has ${materialsAtMost} materials, as many as one may have. Put further ones into a document, and link to that.`,
    );
  }
  if (file && has.files >= most.files) {
    return refuse(
      "refused",
      `This proposal has ${most.files} files, as many as one may have. Add a link instead.`,
    );
  }
  if (file && has.bytes + file.size > most.megabytes * 1_048_576) {
    return refuse(
      "refused",
      `The files of this proposal would be larger than ${most.megabytes} MB together, the most that one may have. Add a link instead.`,
    );
  }
  return done(null);
}
