import { accessCases } from "@/tests/integration/tenancy/cases/access";
import { companyCases } from "@/tests/integration/tenancy/cases/company";
import { evidenceCases } from "@/tests/integration/tenancy/cases/evidence";
import { importCases } from "@/tests/integration/tenancy/cases/imports";
import { peopleCases } from "@/tests/integration/tenancy/cases/people";
import { recordCases } from "@/tests/integration/tenancy/cases/records";
import { targetCases } from "@/tests/integration/tenancy/cases/targets";
import type { TenancyCases } from "@/tests/integration/tenancy/tenancy-case";

/** How the two-organization test calls each function of lib/data. A new function needs a line in one of these. */
export const cases: TenancyCases = {
  ...accessCases,
  ...companyCases,
  ...recordCases,
  ...targetCases,
  ...importCases,
  ...evidenceCases,
  ...peopleCases,
};
