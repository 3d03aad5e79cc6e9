import { z } from "zod";

export const DEALS_PER_PAGE = 50;

/** What is looked at in the list of records, as it stands in the address; what makes no sense is left out. */
const dealFilters = z.object({
  search: z.string().trim().max(100).catch(""),
  status: z.enum(["", "open", "won", "lost"]).catch(""),
  person: z.union([z.literal(""), z.uuid()]).catch(""),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
});
export type DealFilterChoice = z.infer<typeof dealFilters>;

/** Reads the address of a page or of a file; a name that occurs twice says nothing. */
export function readDealFilters(
  search: Readonly<Record<string, string | string[] | undefined>>,
): DealFilterChoice {
  return dealFilters.parse(search);
}

/** The same as an address, without what is not chosen. */
export function dealFiltersHref(path: string, choice: DealFilterChoice): string {
  const { search, status, person, page } = choice;
  const chosen = Object.entries({ search, status, person, page: page > 1 ? String(page) : "" });
  const query = new URLSearchParams(chosen.filter(([, value]) => value !== "")).toString();
  return query === "" ? path : `${path}?${query}`;
}
