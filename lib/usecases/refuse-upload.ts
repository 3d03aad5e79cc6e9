import "server-only";
import { uuidv7 } from "uuidv7";
import { createImport } from "@/lib/data/imports";
import type { Scope } from "@/lib/data/scope";

/** Keeps an upload that never became a file, so that its sentence has a page that survives a reload. */
export async function refuseUpload(scope: Scope, sentence: string, now: Date): Promise<string> {
  const id = uuidv7();
  await createImport(scope, {
    id,
    kind: "deals",
    fileName: "no file",
    bytes: 0,
    rows: 0,
    status: "failed",
    membershipId: scope.actor.kind === "user" ? scope.actor.membershipId : null,
    detected: { sentence },
    createdAt: now,
  });
  return id;
}
