import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { OneTimeTickets } from "./one-time-ticket.port";

export interface OneTimeTicketsHarness {
  /** The tickets as another process sees them. */
  connect(): Promise<OneTimeTickets>;
  /** Everything that is stored, as text. */
  stored(): Promise<string>;
}

/** The rules that all one-time tickets keep. */
export function oneTimeTicketContract(
  name: string,
  open: () => Promise<OneTimeTicketsHarness>,
): void {
  describe(`one-time tickets: ${name}`, () => {
    let harness: OneTimeTicketsHarness;
    let one: OneTimeTickets;
    let two: OneTimeTickets;
    beforeEach(async () => {
      harness = await open();
      [one, two] = await Promise.all([harness.connect(), harness.connect()]);
    });
    const holder = () => ({ userId: randomUUID(), sessionId: randomUUID() });
    const soon = () => new Date(Date.now() + 30_000);

    it("say in every process who they were made for", async () => {
      const [who, expiresAt] = [holder(), soon()];
      const ticket = await one.issue(who, expiresAt);
      expect(await two.redeem(ticket)).toEqual({ ...who, expiresAt });
    });

    it("open one connection, also when many try at once", async () => {
      const ticket = await one.issue(holder(), soon());
      const tries = Array.from({ length: 40 }, (_, n) => (n % 2 ? one : two).redeem(ticket));
      expect((await Promise.all(tries)).filter(Boolean)).toHaveLength(1);
      expect(await one.redeem(ticket)).toBeNull();
    });

    it("end with their time", async () => {
      const ticket = await one.issue(holder(), new Date(Date.now() + 50));
      const other = await one.issue(holder(), new Date(Date.now() - 1_000));
      expect(await two.redeem(other)).toBeNull();
      const over = Date.now() + 60;
      await vi.waitFor(() => expect(Date.now()).toBeGreaterThan(over));
      expect(await two.redeem(ticket)).toBeNull();
    });

    it("cannot be guessed, and are not stored in clear", async () => {
      const tickets = await Promise.all(
        Array.from({ length: 20 }, () => one.issue(holder(), soon())),
      );
      expect(new Set(tickets).size).toBe(20);
      const stored = await harness.stored();
      for (const ticket of tickets) {
        expect(ticket).toMatch(/^[\w-]{40,}$/);
        expect(stored).not.toContain(ticket);
      }
      expect(await one.redeem("guess")).toBeNull();
    });
  });
}
