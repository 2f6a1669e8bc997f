import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { EmailSender } from "./email.port";

export interface EmailHarness {
  readonly sender: EmailSender;
  /** What reached an address. */
  sentTo(address: string): Promise<{ subject: string | null; text: string }[]>;
  /** Headers of what reached an address, where there are any. */
  headersTo?(address: string): Promise<Readonly<Record<string, string>> | undefined>;
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
        idempotencyKey: randomUUID(),
      };
      await Promise.all([sender.send(email), sender.send(email)]);
      expect((await sender.send(email)).repeated).toBe(true);
      expect(await sentTo(email.to)).toEqual([
        expect.objectContaining({ subject: email.subject, text: email.text }),
      ]);
    });

    it("gives commercial mail a way out by one POST, and other mail none", async () => {
      const { headersTo, sender } = await open();
      if (!headersTo) return;
      const email = {
        to: `${randomUUID()}@ornek.test`,
        template: "platform.news",
        subject: "Yenilikler",
        text: "Merhaba",
        idempotencyKey: randomUUID(),
      };
      await sender.send(email);
      expect(await headersTo(email.to)).not.toHaveProperty("list-unsubscribe");
      const to = `${randomUUID()}@ornek.test`;
      const unsubscribeUrl = "https://api.kontak.test/unsubscribe/abc";
      await sender.send({ ...email, to, unsubscribeUrl, idempotencyKey: randomUUID() });
      expect(await headersTo(to)).toMatchObject({
        "list-unsubscribe": `<${unsubscribeUrl}>`,
        "list-unsubscribe-post": "List-Unsubscribe=One-Click",
      });
    });

    it("takes an address for one address", async () => {
      const { sender, sentTo } = await open();
      const victim = `${randomUUID()}@ornek.test`;
      const email = { to: `a@ornek.test, ${victim}`, template: "x", subject: "x", text: "x" };
      await sender.send({ ...email, idempotencyKey: randomUUID() }).catch(() => undefined);
      expect(await sentTo(victim)).toEqual([]);
    });
  });
}
