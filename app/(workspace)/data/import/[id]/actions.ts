"use server";

import { defineAction, redirectTo, refused } from "@/lib/access/define-action";
import { todayIn } from "@/lib/clock";
import { getOrganization } from "@/lib/data/organizations";
import { commitImportForm, importAnswersForm } from "@/lib/forms/import-answers";
import { runImport, runPreview } from "@/lib/jobs/import-runs";
import { answerImport } from "@/lib/usecases/answer-import";
import { beginImport } from "@/lib/usecases/commit-import";

/** Keeps the answers; with nothing open that must be known first, goes on to the preview. */
export const answerImportAction = defineAction(importAnswersForm, "import-data", async (scope, form) => {
  const answered = await answerImport(scope, form);
  if (!answered.ok) return refused(answered.sentence);
  const { zone } = await getOrganization(scope);
  const audit = { subject: "import", subjectId: form.importId, details: { answered: true } };
  if (form.next === "save") return redirectTo("/data", { audit });
  const path = `/data/import/${form.importId}`;
  if (answered.open.blocking.length > 0) return redirectTo(path, { audit });
  return redirectTo(path, { audit, afterCommit: () => runPreview(scope, form.importId, todayIn(zone)) });
});

/** Begins to write a previewed file, or goes on where it stopped. */
export const commitImportAction = defineAction(
  commitImportForm,
  "import-data",
  async (scope, { importId }) => {
    const begun = await beginImport(scope, importId);
    if (!begun.ok) return refused(begun.sentence);
    const { zone } = await getOrganization(scope);
    return redirectTo(`/data/import/${importId}`, {
      audit: { subject: "import", subjectId: importId, details: { begun: true } },
      afterCommit: () => runImport(scope, importId, todayIn(zone)),
    });
  },
);
