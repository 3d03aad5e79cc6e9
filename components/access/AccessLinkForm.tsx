"use client";

import { ActionForm, type FormAction } from "@/components/forms/ActionForm";
import { useFormState } from "@/components/forms/form-state";
import { SubmitButton } from "@/components/forms/SubmitButton";

/** A link just made, with the words that say how long it works. */
export type MadeLink = { url: string; until: string };

/** The link is shown once, here, to whoever made it; nobody can look it up afterwards. */
export function AccessLinkForm({
  member,
  makeLink,
}: {
  member: { id: string; name: string };
  makeLink: FormAction<MadeLink>;
}) {
  return (
    <ActionForm action={makeLink} label={`Link for ${member.name}`}>
      <input type="hidden" name="membershipId" value={member.id} />
      <Made name={member.name} />
      <SubmitButton look="quiet">Make a link</SubmitButton>
    </ActionForm>
  );
}

function Made({ name }: { name: string }) {
  const state = useFormState();
  if (state.status !== "done") return null;
  const { url, until } = state.value as MadeLink;
  return (
    <output className="block">
      <input
        className="in"
        readOnly
        value={url}
        aria-label={`Link for ${name}`}
        onFocus={(event) => event.currentTarget.select()}
      />
      <span className="small text-ink-3">
        Give it to {name} yourself. It works once, {until}.
      </span>
    </output>
  );
}
