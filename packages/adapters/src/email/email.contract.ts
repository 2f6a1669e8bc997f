import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { EmailSender } from "./email.port";

export interface EmailHarness {
  readonly sender: EmailSender;
  /** What reached an address. */
  sentTo(address: string): Promise<{ subject: string | null; text: string }[]>;
}

/** The rules that every e-mail sender keeps. */
export function emailContract(name: string, open: () => Promise<EmailHarness>): void {
  describe(`e-mail: ${name}`, () => {
    it("sends subject and text once per key", async () => {
      const { sender, sentTo } = await open();
      const email = {
        to: `${randomUUID()}@ornek.test`,
        template: "gallery-approved",
        subject: "Başvurunuz onaylandı",
        text: "Merhaba Ayşe,\nGaleriniz onaylandı.",
        html: "<p>Merhaba Ayşe</p>",
        idempotencyKey: randomUUID(),
      };
      await Promise.all([sender.send(email), sender.send(email)]);
      expect((await sender.send(email)).repeated).toBe(true);
      expect(await sentTo(email.to)).toEqual([
        expect.objectContaining({ subject: email.subject, text: email.text }),
      ]);
    });
  });
}
