import type { Metadata } from "next";
import { z } from "zod";
import { chooseNewPassword } from "@/app/(public)/reset/[organizationId]/[secret]/actions";
import { EntryPage } from "@/components/session/EntryPage";
import { ResetForm } from "@/components/session/ResetForm";
import { PlainPage } from "@/components/shell/PlainPage";
import { now } from "@/lib/clock";
import { findResetLink, usedUpLink } from "@/lib/usecases/reset-password";

export const metadata: Metadata = { title: "New password" };

type Props = { params: Promise<{ organizationId: string; secret: string }> };

/** Looking at the link does not use it up: mail scanners look at links before people do. */
export default async function ResetPage({ params }: Props) {
  const { organizationId, secret } = await params;
  const well = z.uuid().safeParse(organizationId).success && secret.length <= 200;
  const link = well ? await findResetLink(organizationId, secret, now()) : null;
  if (link === null) return <PlainPage title="This link does not work any more.">{usedUpLink}</PlainPage>;
  return (
    <EntryPage>
      <ResetForm action={chooseNewPassword} organizationId={organizationId} secret={secret} />
    </EntryPage>
  );
}
