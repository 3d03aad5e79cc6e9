import { describe, expect, it } from "vitest";
import { GET as live } from "@/app/api/health/live/route";
import { GET as ready } from "@/app/api/health/ready/route";
import { databaseOn, useDatabase } from "@/lib/data/client/database";
import { openServer } from "@/lib/data/client/server";
import { ensureDueDays } from "@/lib/jobs/nightly";
import { setBootReadiness } from "@/lib/jobs/readiness";
import { testDatabase } from "@/tests/support/database/test-database";
import { freePort } from "@/tests/support/free-port";

const test = testDatabase();

async function answer(response: Promise<Response> | Response) {
  const { status, headers, ...rest } = await response;
  const body = await (await response).json();
  return { status, cached: headers.get("cache-control"), body, rest };
}

describe("the health of a server", () => {
  it("is live before it is ready, and says what it waits for", async () => {
    expect(await answer(live())).toMatchObject({ status: 200, cached: "no-store" });
    expect(await answer(ready())).toMatchObject({
      status: 503,
      body: { ready: false, sentence: "Backsolve is starting." },
    });
  });

  it("is ready once the boot is done and the database answers", async () => {
    setBootReadiness({ ready: true });
    expect(await answer(ready())).toMatchObject({ status: 200, cached: "no-store", body: { ready: true } });
  });

  it("is not ready while the database is away, is still live, and is ready again when it is back", async () => {
    const nobody = openServer(`postgresql://me:s3cret@127.0.0.1:${await freePort()}/sales`);
    const putBack = useDatabase(databaseOn(nobody));
    try {
      const away = await answer(ready());
      expect(away).toMatchObject({ status: 503, body: { ready: false } });
      expect(JSON.stringify(away.body)).not.toContain("s3cret");
      expect((await answer(live())).status).toBe(200);
    } finally {
      putBack();
      await nobody.close();
    }
    expect((await answer(ready())).status).toBe(200);
  });
});

describe("the work of the night", () => {
  it("goes on to the next organization when one cannot be prepared", async () => {
    const { here, there } = await test.twoOrganizations();
    // A zone nobody knows is what a damaged row looks like from here.
    await test.client.organization.update({
      where: { organizationId: here.organizationId },
      data: { zone: "Mars/Olympus" },
    });
    expect(await ensureDueDays()).toEqual([there.organizationId]);
    expect(await ensureDueDays()).toEqual([]);
  });
});
