import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { PushSender } from "./push.port";

export interface PushHarness {
  readonly sender: PushSender;
  /** A browser that wants pushes. */
  subscribe(): { endpoint: string; keys?: { p256dh: string; auth: string } };
  /** What reached a subscription. */
  sentTo(endpoint: string): Promise<{ subject: string | null; text: string }[]>;
}

/** The rules that every push sender keeps. */
export function pushContract(name: string, open: () => Promise<PushHarness>): void {
  describe(`push: ${name}`, () => {
    it("sends title and text once per key", async () => {
      const { sender, sentTo, subscribe } = await open();
      const push = {
        subscription: subscribe(),
        template: "offer-created",
        title: "Yeni teklif",
        text: "Passat için 1.245.000 ₺",
        url: "/offers/1",
        idempotencyKey: randomUUID(),
      };
      await Promise.all([sender.send(push), sender.send(push)]);
      expect((await sender.send(push)).repeated).toBe(true);
      expect(await sentTo(push.subscription.endpoint)).toEqual([
        expect.objectContaining({ subject: push.title, text: push.text }),
      ]);
    });
  });
}
