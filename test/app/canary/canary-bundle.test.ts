import { startBundle } from "../../support/started-bundle";

test("the canary is a small function, and ends well also where nobody answers", async () => {
  const started = await startBundle("canary", {
    variables: { VICINATO_PUBLIC_URL: "http://127.0.0.1:9/" },
  });
  try {
    expect(started.bundle.bytes).toBeLessThan(60_000);
    expect(started.bundle.packages).toEqual(["zod"]);
    expect(await started.call({})).toBeNull();
  } finally {
    await started.close();
  }
});
