import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { SendRefusedError } from "../sending/send-refused.error";
import type { SmsSender } from "./sms.port";

export interface SmsHarness {
  readonly sender: SmsSender;
  /** Texts that reached a phone. */
  sentTo(phone: string): Promise<string[]>;
}

/** The rules that every SMS sender keeps. */
export function smsContract(name: string, open: () => Promise<SmsHarness>): void {
  describe(`SMS: ${name}`, () => {
    const message = () => ({
      to: `+9053${Math.floor(Math.random() * 1e8)}`.padEnd(13, "0"),
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
      const { sender, sentTo } = await open();
      const sms = message();
      await sender.send(sms);
      await sender.send({ ...sms, idempotencyKey: randomUUID() });
      expect(await sentTo(sms.to)).toHaveLength(2);
    });

    it("refuses for good what can never be sent", async () => {
      const { sender } = await open();
      await expect(sender.send({ ...message(), to: " " })).rejects.toThrow(SendRefusedError);
    });
  });
}
