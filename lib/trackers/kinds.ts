/** The kinds of trackers that the portal knows (DOMAIN 3, "Tracker / External issue"). */
export const trackers = ["pagure", "gitlab", "forgejo", "github"] as const;
export type Tracker = (typeof trackers)[number];

/** Path of an issue of a project, as each kind writes it today. */
export const issuePaths: Readonly<Record<Tracker, (project: string, number: number) => string>> = {
  pagure: (project, number) => `/${project}/issue/${number}`,
  gitlab: (project, number) => `/${project}/-/issues/${number}`,
  forgejo: (project, number) => `/${project}/issues/${number}`,
  github: (project, number) => `/${project}/issues/${number}`,
};
