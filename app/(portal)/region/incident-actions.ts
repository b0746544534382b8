"use server";
import type { FormState } from "@/components/forms/form-state";
import { runForm } from "@/lib/form-action";
import { addIncidentUpdate } from "@/lib/region/commands/add-incident-update";
import { changeIncident } from "@/lib/region/commands/change-incident";
import { declareIncident } from "@/lib/region/commands/declare-incident";
import { moveIncident } from "@/lib/region/commands/move-incident";
import {
  addIncidentUpdateInput,
  changeIncidentInput,
  declareIncidentInput,
  moveIncidentInput,
  readIncidentForm,
} from "@/lib/region/incident-schema";

export async function declareIncidentAction(_previous: FormState, data: FormData): Promise<FormState> {
  return runForm({
    form: "declare-incident",
    data,
    schema: declareIncidentInput,
    read: readIncidentForm,
    command: declareIncident,
    next: pageOf,
    path: incidentsIn(data),
  });
}

export async function moveIncidentAction(_previous: FormState, data: FormData): Promise<FormState> {
  const form = "move-incident";
  const path = incidentIn(data);
  return runForm({ form, data, schema: moveIncidentInput, command: moveIncident, next: pageOf, path });
}

export async function addIncidentUpdateAction(_previous: FormState, data: FormData): Promise<FormState> {
  return runForm({
    form: "add-incident-update",
    data,
    schema: addIncidentUpdateInput,
    command: addIncidentUpdate,
    next: pageOf,
    path: incidentIn(data),
  });
}

export async function changeIncidentAction(_previous: FormState, data: FormData): Promise<FormState> {
  return runForm({
    form: "change-incident",
    data,
    schema: changeIncidentInput,
    read: readIncidentForm,
    command: changeIncident,
    next: pageOf,
    path: incidentIn(data),
  });
}

function pageOf({ region, incident }: { region: string; incident: number }): string {
  return `/region/${region}/incidents/${incident}`;
}

function incidentsIn(data: FormData): string {
  return `/region/${encodeURIComponent(String(data.get("region") ?? ""))}/incidents`;
}

function incidentIn(data: FormData): string {
  return `${incidentsIn(data)}/${encodeURIComponent(String(data.get("incident") ?? ""))}`;
}
