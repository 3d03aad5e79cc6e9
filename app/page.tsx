import { redirect } from "next/navigation";
import { firstPage } from "@/lib/access/first-page";
import { requireStanding } from "@/lib/access/require-scope";

/** The address people type: it leads each to their own first page. */
export default async function StartPage(): Promise<never> {
  const { role } = await requireStanding();
  redirect(firstPage(role));
}
