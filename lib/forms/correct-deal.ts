import { z } from "zod";

const notADay = "Please write a day of the calendar, like 2026-11-24.";
const day = z.iso
  .date(notADay)
  .refine((text) => text >= "1970-01-01" && text <= "2100-12-31", "Please write a day from 1970 to 2100.");
const dayOrNothing = z
  .string()
  .trim()
  .transform((text) => (text === "" ? null : text))
  .pipe(day.nullable());

/** Lost is no stage: a record is lost at the stage it stands in. */
export const LOST = "lost";
/** The file the record came from does not tell its stage. */
export const NOT_KNOWN = "";

/** What is said to be right about a record. A field that was not shown is not sent and stays as it is. */
export const correctDealForm = z.strictObject({
  dealId: z.uuid(),
  version: z.coerce.number().int().positive(),
  name: z.string().trim().min(1, "Please write a name.").max(200, "Please use at most 200 characters."),
  /** as typed; how many decimals it may have is known where the currency is */
  value: z.string().trim().max(40, "Please write an amount, like 52000."),
  stageId: z
    .string()
    .refine(
      (choice) => choice === LOST || choice === NOT_KNOWN || z.uuid().safeParse(choice).success,
      "Please choose a stage of the list.",
    ),
  personId: z.uuid("Please choose a person of the list.").optional(),
  createdOn: day,
  expectedCloseOn: dayOrNothing.optional(),
  closedOn: dayOrNothing.optional(),
  /** when what changed happened; nothing = today */
  occurredOn: dayOrNothing.optional(),
  reason: z.string().trim().max(200, "Please use at most 200 characters.").default(""),
});

export type CorrectDealForm = z.infer<typeof correctDealForm>;
