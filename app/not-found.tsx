import type { Metadata } from "next";
import { PlainPage } from "@/components/shell/PlainPage";

export const metadata: Metadata = { title: "Not found" };

export default function NotFound() {
  return (
    <PlainPage title="There is no such page here.">
      It may have moved, or it belongs to an organization or a person you do not see. Nothing was lost.{" "}
      <a className="why" href="/">
        to the start
      </a>
    </PlainPage>
  );
}
