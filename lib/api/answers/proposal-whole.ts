import { z } from "zod";
import { proposalSide } from "./proposal-parts";
import { proposalHead, proposalText } from "./proposals";

/** All that a proposal's page shows beside the discussion. */
export const proposalShown = z.object({
  ...proposalSide.shape,
  ...proposalText.shape,
  ...proposalHead.shape,
});
