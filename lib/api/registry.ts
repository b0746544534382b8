import type { Operation } from "./operation";
import { discussionOperations } from "./operations/discussion";
import { materialOperations } from "./operations/materials";
import { proposalPartOperations } from "./operations/proposal-parts";
import { proposalOperations } from "./operations/proposals";
import { questionOperations } from "./operations/questions";

/** Everything that a program can do, in the order in which the readable page shows it. */
export const operations: readonly Operation[] = [
  ...proposalOperations,
  ...proposalPartOperations,
  ...discussionOperations,
  ...questionOperations,
  ...materialOperations,
];
