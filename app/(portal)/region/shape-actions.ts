"use server";
import type { FormState } from "@/components/forms/form-state";
import { runForm } from "@/lib/form-action";
import {
  addCapabilityInput,
  changeCapabilityInput,
  describeRegionInput,
  moveOnboardingInput,
  readCapabilityForm,
  removeCapabilityInput,
} from "@/lib/region/capability-schema";
import { addCapability } from "@/lib/region/commands/add-capability";
import { changeCapability } from "@/lib/region/commands/change-capability";
import { describeRegion } from "@/lib/region/commands/describe-region";
import { moveOnboarding } from "@/lib/region/commands/move-onboarding";
import { removeCapability } from "@/lib/region/commands/remove-capability";

export async function addCapabilityAction(_previous: FormState, data: FormData): Promise<FormState> {
  return runForm({
    form: "add-capability",
    data,
    schema: addCapabilityInput,
    read: readCapabilityForm,
    command: addCapability,
    next: ({ region, capability }) => `/region/${region}/${capability}`,
    path: `${regionIn(data)}/add`,
  });
}

export async function changeCapabilityAction(_previous: FormState, data: FormData): Promise<FormState> {
  return runForm({
    form: "change-capability",
    data,
    schema: changeCapabilityInput,
    read: readCapabilityForm,
    command: changeCapability,
    next: ({ region, capability }) => `/region/${region}/${capability}`,
    path: `${capabilityIn(data)}/edit`,
  });
}

export async function removeCapabilityAction(_previous: FormState, data: FormData): Promise<FormState> {
  return runForm({
    form: "remove-capability",
    data,
    schema: removeCapabilityInput,
    command: removeCapability,
    next: ({ region }) => `/region/${region}`,
    path: `${capabilityIn(data)}/edit`,
  });
}

export async function describeRegionAction(_previous: FormState, data: FormData): Promise<FormState> {
  return runForm({
    form: "describe-region",
    data,
    schema: describeRegionInput,
    command: describeRegion,
    next: ({ region }) => `/region/${region}`,
    path: `${regionIn(data)}/edit`,
  });
}

export async function moveOnboardingAction(_previous: FormState, data: FormData): Promise<FormState> {
  return runForm({
    form: "move-onboarding",
    data,
    schema: moveOnboardingInput,
    command: moveOnboarding,
    next: ({ region }) => `/region/${region}`,
    path: `${regionIn(data)}/edit`,
  });
}

function regionIn(data: FormData): string {
  return `/region/${encodeURIComponent(String(data.get("region") ?? ""))}`;
}

function capabilityIn(data: FormData): string {
  return `${regionIn(data)}/${encodeURIComponent(String(data.get("capability") ?? ""))}`;
}
