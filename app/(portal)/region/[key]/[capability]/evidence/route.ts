import { answerUpload } from "@/lib/materials/answer-upload";
import { submitEvidence } from "@/lib/region/commands/submit-evidence";
import { longestOutput, submitEvidenceInput } from "@/lib/region/evidence-schema";

/** The form that gives evidence, with or without a file: a plain POST, answered with where to go. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ key: string; capability: string }> },
): Promise<Response> {
  const { key: region, capability } = await params;
  const page = `/region/${encodeURIComponent(region)}/${encodeURIComponent(capability)}`;
  return answerUpload({
    form: "submit-evidence",
    request,
    page,
    anchor: "give-evidence",
    schema: submitEvidenceInput,
    read: (fields, hasFile) => ({ ...fields, region, capability, hasFile }),
    needsFile: false,
    // One more than may be stored, so that a longer output is refused for its length, not cut in silence.
    longestField: longestOutput + 1,
    command: submitEvidence,
    next: ({ evidenceId }) => `${page}#evidence-${evidenceId}`,
  });
}
