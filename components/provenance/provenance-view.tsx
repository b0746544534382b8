import type { Provenance } from "@/lib/provenance/queries";
import { ProvenanceList } from "./provenance-list";
import { ProvenancePicture } from "./provenance-picture";

/** List and picture side by side where there is room. */
export function ProvenanceView({ provenance }: { provenance: Provenance }) {
  return (
    <div className="prov">
      <ProvenanceList provenance={provenance} />
      <ProvenancePicture provenance={provenance} />
    </div>
  );
}
