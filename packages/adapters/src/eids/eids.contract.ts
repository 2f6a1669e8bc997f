import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { EidsRequest, EidsVerifier } from "./eids.port";
import { EidsUnavailableError } from "./eids.port";

export interface EidsHarness {
  readonly verifier: EidsVerifier;
  /** A plate for which the Ministry behaves in this way. */
  readonly plates: Record<"valid" | "refused" | "slow" | "down" | "malformed" | "mismatch", string>;
}

/** The rules that every EİDS verifier keeps. */
export function eidsContract(name: string, open: () => Promise<EidsHarness>): void {
  describe(`EİDS: ${name}`, () => {
    const request = (plate: string): EidsRequest => ({
      plate,
      licenceNo: "3400123",
      taxNumber: "4540536920",
      declared: { makeName: "Škoda", modelYear: 2019 },
      idempotencyKey: randomUUID(),
    });

    it("verifies an authorised vehicle until a date", async () => {
      const { verifier, plates } = await open();
      const result = await verifier.verify(request(plates.valid));
      expect(result).toMatchObject({ outcome: "VERIFIED", modelYear: 2019 });
      const until = result.outcome === "VERIFIED" ? Date.parse(result.validUntil) : 0;
      expect(until).toBeGreaterThan(Date.now());
    });

    it("hands on the Ministry's refusal", async () => {
      const { verifier, plates } = await open();
      expect(await verifier.verify(request(plates.refused))).toMatchObject({
        outcome: "REFUSED",
        code: expect.stringMatching(/^ERR-/),
      });
    });

    it("names what differs from the advert", async () => {
      const { verifier, plates } = await open();
      expect(await verifier.verify(request(plates.mismatch))).toEqual({
        outcome: "MISMATCH",
        fields: ["modelYear"],
      });
    });

    it.each(["slow", "down", "malformed"] as const)(
      "fails closed when the service is %s",
      async (kind) => {
        const { verifier, plates } = await open();
        await expect(verifier.verify(request(plates[kind]))).rejects.toThrow(EidsUnavailableError);
      },
    );
  });
}
