import { headers } from "next/headers";
import type { ReactNode } from "react";
import { navigation } from "@/app/(workspace)/navigation";
import { Frame } from "@/components/shell/Frame";
import { firstPage } from "@/lib/access/first-page";
import { requireStanding } from "@/lib/access/require-scope";
import { pathHeader } from "@/lib/access/security-headers";

/** The frame around every signed-in page: where one can go, and who is signed in. */
export default async function WorkspaceLayout({ children }: { children: ReactNode }) {
  const { role, personId, userName, organizationName } = await requireStanding();
  const path = new URL((await headers()).get(pathHeader) ?? "/", "http://own.invalid").pathname;
  const items = navigation(role, personId, path);
  return (
    <Frame
      rail={{
        homeHref: firstPage(role),
        items,
        person: {
          name: userName,
          place: role === "rep" ? organizationName : `${capitalized(role)}, ${organizationName}`,
        },
        signOut: { action: "/api/session/end", fields: {} },
        currentPath: path,
      }}
      tabs={items.slice(0, 5)}
    >
      {children}
    </Frame>
  );
}

function capitalized(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
