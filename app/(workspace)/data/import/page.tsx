import { redirect } from "next/navigation";

/** The next file is brought on the page that lists the earlier ones. */
export default function ImportPage(): never {
  redirect("/data");
}
