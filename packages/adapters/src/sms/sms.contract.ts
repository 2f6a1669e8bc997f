import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { SendRefusedError } from "../sending/send-refused.error";
import type { SmsSender } from "./sms.port";

export interface SmsHarness {
  readonly sender: SmsSender;
  /** Texts that reached a phone. */
  sentTo(phone: string): Promise<string[]>;
  /** Whether the provider itself takes equal texts to one number for one message. */
  readonly foldsEqualTexts?: boolean;
}

/** The rules that every SMS sender keeps. */
export function smsContract(name: string, open: () => Promise<SmsHarness>): void {
  describe(`SMS: ${name}`, () => {
    const message = () => ({
      to: `+9053${String(Math.floor(Math.random() * 1e8)).padStart(8, "0")}`,
      template: "otp",
      text: "Kontak doğrulama kodunuz: 481516",
      idempotencyKey: randomUUID(),
    });

    it("sends a text once per key, however often it is asked", async () => {
      const { sender, sentTo } = await open();
      const sms = message();
      const receipts = await Promise.all([sender.send(sms), sender.send(sms), sender.send(sms)]);
      const again = await sender.send(sms);
      expect(receipts.filter(({ repeated }) => !repeated)).toHaveLength(1);
      expect(again.repeated).toBe(true);
      expect(again.id).toBe(receipts.find(({ repeated }) => !repeated)?.id);
      expect(await sentTo(sms.to)).toEqual([sms.text]);
    });

    it("sends equal texts under different keys", async () => {
      const { foldsEqualTexts, sender, sentTo } = await open();
      const sms = message();
      await sender.send(sms);
      await sender.send({ ...sms, idempotencyKey: randomUUID() });
      expect(await sentTo(sms.to)).toHaveLength(foldsEqualTexts ? 1 : 2);
    });

    it("says who took it, and what it cost", async () => {
      const { sender } = await open();
      const { tries } = await sender.send({ ...message(), text: "ş".repeat(156), kind: "info" });
      expect(tries).toEqual([
        expect.objectContaining({ outcome: "sent", code: expect.any(String), costUnits: 2 }),
      ]);
    });

    it("refuses for good what can never be sent", async () => {
      const { sender } = await open();
      await expect(sender.send({ ...message(), to: " " })).rejects.toThrow(SendRefusedError);
    });
  });
}
