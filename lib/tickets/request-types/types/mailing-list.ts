import { z } from "zod";
import { defineRequestType } from "../define-request-type";
import { choice, list, text } from "../fields";
import { accounts, oneLine, quoted } from "../names";

const archives = [
  { value: "public", label: "Public: everybody reads it" },
  { value: "private", label: "Private: members only" },
] as const;

export const mailingList = defineRequestType({
  key: "mailing_list",
  label: "Mailing list",
  area: "Watching and talking",
  summary: "An address to which a group writes, with an archive.",
  whyWeAsk: "The name is what people will write to for years; the owners are who lets posts through.",
  boardGated: false,
  capability: undefined,
  expectedDays: 7,
  schema: z.strictObject({
    listName: z
      .string()
      .trim()
      .regex(/^[a-z](?:[a-z0-9-]{0,38}[a-z0-9])$/, {
        error: ({ input }) =>
          `${quoted(input)} is not the name of a list: give the part before the @, in lower-case letters, digits and hyphens, such as cloud-announce.`,
      }),
    description: oneLine(200).min(1, "Say in one line what is written there."),
    owners: accounts(10).min(1, "Name at least one owner, such as mkowalska; two are better."),
    archive: z.enum(["public", "private"]),
  }),
  fields: [
    text("listName", "Name", "The part before the @.", "cloud-announce"),
    text("description", "Description", "One line that strangers understand.", "News of the community cloud"),
    list("owners", "Owners", "Account names. Two, so that one can be away.", "mkowalska, tmori"),
    choice(["archive", "Archive", "Public, unless there is a reason.", "public"], archives, {
      initial: "public",
    }),
  ],
  accepts: [
    "No list serves the same people already.",
    "The owners have said that they will moderate.",
    "A private archive has a reason that holds.",
  ],
  checks: [
    "A post reaches a member and stands in the archive.",
    "The owners can sign in to the list’s settings.",
  ],
});
