/** What the reports of Vitest and Playwright hold of each test; everything else in them is left alone. */
export interface UnitReport {
  testResults?: {
    name: string;
    message?: string;
    assertionResults: { fullName: string; status: string }[];
  }[];
}

export interface JourneySuite {
  file: string;
  specs: { title: string; ok: boolean }[];
  suites?: JourneySuite[];
}

/** The names of the tests that failed, and of files that could not even begin. */
export function failedUnits({ testResults = [] }: UnitReport): string[] {
  return testResults.flatMap(({ name, message, assertionResults }) => {
    const file = name.replace(/^.*\/tests\//, "tests/");
    const failed = assertionResults.filter(({ status }) => status === "failed");
    if (failed.length > 0) return failed.map(({ fullName }) => `${file}: ${fullName}`);
    return message ? [`${file}: ${message.split("\n", 1)[0]}`] : [];
  });
}

/** The names of the journeys that failed; what passed when it was repeated is not among them. */
export function failedJourneys(suites: readonly JourneySuite[] = []): string[] {
  return suites.flatMap(({ file, specs, suites: within }) => [
    ...specs.filter(({ ok }) => !ok).map(({ title }) => `tests/e2e/${file}: ${title}`),
    ...failedJourneys(within),
  ]);
}
