import type { ReactNode } from "react";
import { Icon } from "@/components/ui/icon";
import { Meter } from "@/components/ui/meter";
import type { WorkloadShown } from "@/lib/region/workload-queries";

interface Props {
  workload: WorkloadShown;
  /** What the reader may do about a step. */
  children?: (step: WorkloadShown["steps"][number]) => ReactNode;
}

/** How far a tenant has come: every step with its mark, and in words. */
export function OnboardingSteps({ workload: { steps }, children }: Props) {
  const done = steps.filter(({ isDone }) => isDone).length;
  return (
    <div className="onboarding">
      <Meter
        value={done}
        max={steps.length}
        label={`${done} of ${steps.length} steps of the onboarding done`}
      />
      <ul className="checks">
        {steps.map((step) => (
          <li key={step.key} className={step.isDone ? "is-done" : undefined}>
            {step.isDone ? <Icon name="circle-check" label="Done" /> : <span className="check-open" />}
            <span>
              {step.label}
              {!step.isDone && <span className="sr-only">: to be done</span>}
            </span>
            {children?.(step)}
          </li>
        ))}
      </ul>
    </div>
  );
}
