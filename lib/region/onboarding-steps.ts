/** What has to be there before a tenant runs on a region, in the order in which it comes about (DOMAIN 8, onboarding). */
export const onboardingSteps = [
  { key: "access", label: "A group of the tenant can sign in" },
  { key: "quota", label: "There is a namespace with its quota" },
  { key: "storage", label: "The storage that it needs is there, or it needs none" },
  { key: "deployed", label: "It was deployed without an administrator’s shell" },
  { key: "recovery", label: "A backup was restored, or nothing of it has to be kept" },
] as const;

export type OnboardingStep = (typeof onboardingSteps)[number]["key"];

/** Contacts older than this are asked for again. */
export const contactDays = 180;

/** What is still missing before it can run, in words. */
export function missingForStart(stepsDone: readonly string[], contacts: number): string[] {
  const steps = onboardingSteps.filter(({ key }) => !stepsDone.includes(key)).map(({ label }) => label);
  return contacts > 0 ? steps : [...steps, "Somebody answers for it"];
}

/** Whether a contact was confirmed so long ago that it may be wrong. */
export function isStale(confirmedAt: Date, now: Date): boolean {
  return now.getTime() - confirmedAt.getTime() > contactDays * 86_400_000;
}
