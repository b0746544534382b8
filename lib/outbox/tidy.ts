import { tidyAudit } from "../audit/commands/tidy-audit";
import { now } from "../clock";
import { db } from "../db/client";
import { tidyRateLimits } from "../db/rate-limits";
import { tidyFolder } from "../materials/tidy-folder";

const submissionDays = 7;
const workingCopyDays = 90;

/**
 * Throws away what has served: sessions and kept forms whose time is over, keys of forms sent a week ago, half files,
 * texts that nobody went on writing for 90 days, and from where what stands in the audit was done.
 */
export async function tidy(): Promise<void> {
  const over = { expiresAt: { lt: now() } };
  await db.session.deleteMany({ where: over });
  await db.keptForm.deleteMany({ where: over });
  await db.signInLink.deleteMany({ where: over });
  const old = new Date(now().getTime() - submissionDays * 86_400_000);
  await db.submission.deleteMany({ where: { createdAt: { lt: old } } });
  await tidyAudit();
  await tidyFolder();
  await tidyRateLimits();
  const left = new Date(now().getTime() - workingCopyDays * 86_400_000);
  await db.workingCopy.deleteMany({ where: { savedAt: { lt: left } } });
}
