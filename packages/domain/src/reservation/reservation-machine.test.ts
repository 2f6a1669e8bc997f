import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ReservationAction, ReservationState } from ".";
import { createReservation, decideReservation, RESERVATION_MAX_DAYS } from ".";

const now = new Date("2026-01-10T10:00:00Z");
const over = new Date("2026-01-12T10:00:00Z");
const fresh = createReservation(now);

describe("reservation", () => {
  it("lasts 48 hours", () => {
    expect(fresh).toMatchObject({ status: "ACTIVE", expiresAt: "2026-01-12T10:00:00.000Z" });
  });

  it("completes, or is cancelled with a reason by either side", () => {
    expect(decideReservation(fresh, { type: "complete", by: "SELLER" }, now).next.status).toBe(
      "COMPLETED",
    );
    expect(() =>
      decideReservation(fresh, { type: "cancel", by: "BUYER", reason: " " }, now),
    ).toThrow("reservation.reason_required");
    expect(
      decideReservation(fresh, { type: "cancel", by: "BUYER", reason: "Kredi çıkmadı" }, now),
    ).toMatchObject({
      next: { status: "CANCELLED" },
      events: [{ type: "cancelled", by: "BUYER", reason: "Kredi çıkmadı" }],
    });
  });

  it("is extended only by both sides' consent, seven days in all", () => {
    const asked = decideReservation(
      fresh,
      { type: "requestExtension", by: "BUYER", hours: 24 },
      now,
    ).next;
    expect(asked.expiresAt).toBe(fresh.expiresAt);
    expect(() => decideReservation(asked, { type: "agreeExtension", by: "BUYER" }, now)).toThrow(
      "reservation.extension_not_agreed",
    );
    const agreed = decideReservation(asked, { type: "agreeExtension", by: "SELLER" }, now).next;
    expect(agreed).toMatchObject({ expiresAt: "2026-01-13T10:00:00.000Z", extension: null });
    expect(() => decideReservation(agreed, { type: "agreeExtension", by: "SELLER" }, now)).toThrow(
      "reservation.extension_not_agreed",
    );
    const declined = decideReservation(asked, { type: "declineExtension", by: "SELLER" }, now).next;
    expect(declined).toEqual(fresh);
    const days = (RESERVATION_MAX_DAYS - 2) * 24;
    expect(() =>
      decideReservation(fresh, { type: "requestExtension", by: "BUYER", hours: days + 1 }, now),
    ).toThrow("reservation.too_long");
    expect(() =>
      decideReservation(fresh, { type: "requestExtension", by: "BUYER", hours: days }, now),
    ).not.toThrow();
  });

  it("leaves nothing but expiry once its time is over, and no expiry before", () => {
    expect(() => decideReservation(fresh, { type: "expire" }, now)).toThrow(
      "reservation.not_active",
    );
    expect(() => decideReservation(fresh, { type: "complete", by: "SELLER" }, over)).toThrow(
      "reservation.not_active",
    );
    expect(decideReservation(fresh, { type: "expire" }, over).next.status).toBe("EXPIRED");
  });
});

const by = fc.constantFrom("BUYER" as const, "SELLER" as const);
const anyAction: fc.Arbitrary<ReservationAction> = fc.oneof(
  fc.record({ type: fc.constant("complete" as const), by }),
  fc.record({ type: fc.constant("cancel" as const), by, reason: fc.string() }),
  fc.record({
    type: fc.constant("requestExtension" as const),
    by,
    hours: fc.integer({ min: -10, max: 200 }),
  }),
  fc.record({
    type: fc.constantFrom("agreeExtension" as const, "declineExtension" as const),
    by,
  }),
  fc.constant({ type: "expire" } as const),
);

describe("any reservation", () => {
  it("ends at most once and never lasts longer than the limit", () => {
    const steps = fc.array(fc.tuple(anyAction, fc.integer({ min: 0, max: 60 })), { maxLength: 30 });
    fc.assert(
      fc.property(steps, (played) => {
        let state: ReservationState = fresh;
        let time = now.getTime();
        for (const [action, hours] of played) {
          time += hours * 3_600_000;
          try {
            const { next } = decideReservation(state, action, new Date(time));
            expect(state.status).toBe("ACTIVE");
            expect(next.expiresAt >= state.expiresAt).toBe(true);
            state = next;
          } catch (error) {
            expect(error).toHaveProperty("reason");
          }
        }
        const lasted = Date.parse(state.expiresAt) - now.getTime();
        expect(lasted).toBeLessThanOrEqual(RESERVATION_MAX_DAYS * 86_400_000);
      }),
    );
  });
});
