import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { DealerContext } from "../context";
import { noteReview, sendReviewNews } from "../gallery/tell-review.service";
import {
  getTemplate,
  listTemplates,
  previewTemplate,
  revertTemplate,
  saveTemplate,
} from "../message";
import { inviteStaff, sendInvitation } from "../staff";
import type { TestPlatform } from "../testing";
import { createDealerContext, createStaffContext, createTestPlatform, newPhone } from "../testing";
import { listNotifications } from "./notification.service";

let test: TestPlatform;

beforeAll(async () => {
  test = await createTestPlatform({ OTO_RATE_LIMITS: "off" });
});
afterAll(() => test.close());

const newest = async (to: string) => (await test.platform.adapters.mailbox.list({ to }))[0];

async function namesOf({ gallery, identity }: DealerContext) {
  return test.platform.database.unsafeSystem("test").read(async (tx) => {
    const user = await tx.user.findUniqueOrThrow({
      where: { id: identity.userId },
      select: { phone: true, email: true },
    });
    const { name } = await tx.gallery.findUniqueOrThrow({
      where: { id: gallery.id },
      select: { name: true },
    });
    return { galleryName: name, phone: user.phone ?? "", email: user.email };
  });
}

describe("messages that nobody chooses, in the words of staff", () => {
  it("tell a dealer of an approval by e-mail, SMS and in the app, until the words are given back", async () => {
    const staff = await createStaffContext(test.platform);
    const dealer = await createDealerContext(test.platform);
    const { email, galleryName, phone } = await namesOf(dealer);
    const news = { galleryId: dealer.gallery.id, decision: "gallery.approved" } as const;
    const key = { name: news.decision, locale: "tr", version: 0 } as const;
    const url = test.platform.env.OTO_GALLERY_URL;

    await saveTemplate(staff, {
      ...key,
      channel: "email",
      subject: "Hoş geldiniz {galleryName}",
      body: "Sayın {firstName},\n\nkapılar açık: {url}",
    });
    await saveTemplate(staff, {
      ...key,
      channel: "sms",
      subject: null,
      body: "{galleryName}: {url}",
    });
    await saveTemplate(staff, {
      ...key,
      channel: "app",
      subject: null,
      body: "Açık: {galleryName}",
    });
    await sendReviewNews(test.platform, news, "approved-1");
    await test.platform.database.unsafeSystem("test").write((tx) => noteReview(tx, news));

    const mail = await newest(email);
    expect(mail).toMatchObject({
      template: "gallery.approved",
      subject: `Hoş geldiniz ${galleryName}`,
      text: expect.stringMatching(/^Sayın \S.*,\n\nkapılar açık: /),
    });
    expect((await newest(phone))?.text).toBe(`${galleryName}: ${url}`);
    const { items } = await listNotifications(dealer, { limit: 5, unreadOnly: false });
    expect(items[0]?.text).toBe(`Açık: ${galleryName}`);

    await revertTemplate(staff, { ...key, channel: "sms", version: 1 });
    await sendReviewNews(test.platform, news, "approved-2");
    expect((await newest(phone))?.text).toBe(
      `Kontak: ${galleryName} onaylandı. Giriş yapıp stok eklemeye başlayabilirsiniz: ${url}`,
    );
  });

  it("invite by SMS and by e-mail, with the link", async () => {
    const staff = await createStaffContext(test.platform);
    const dealer = await createDealerContext(test.platform);
    const key = { name: "staff.invitation", locale: "tr", version: 0 } as const;
    await saveTemplate(staff, {
      ...key,
      channel: "sms",
      subject: null,
      body: "{galleryName} bekliyor: {url}",
    });
    await saveTemplate(staff, {
      ...key,
      channel: "email",
      subject: "{galleryName} bekliyor",
      body: "Buradan: {url}",
    });
    const phone = newPhone();
    const email = `${phone.slice(1)}@ornek.test`;
    for (const to of [{ phone }, { email }]) {
      const { invitationId } = await inviteStaff(dealer, { role: "SALES", ...to });
      await sendInvitation(test.platform, { invitationId, idempotencyKey: invitationId });
    }
    const { galleryName } = await namesOf(dealer);
    const text = (await newest(phone))?.text ?? "";
    expect(text.startsWith(`${galleryName} bekliyor: http`)).toBe(true);
    expect(text).toMatch(/\/davet#token=[\w-]+$/);
    expect(await newest(email)).toMatchObject({
      subject: `${galleryName} bekliyor`,
      text: expect.stringMatching(/^Buradan: \S+\/davet#token=[\w-]+$/),
    });
  });

  it("cannot be saved without what they are for, or with a value that they have not", async () => {
    const staff = await createStaffContext(test.platform);
    const refused = [
      ["gallery.rejected", "email", "{galleryName} {url}", "missing_variable", "reason"],
      ["link.reset", "email", "{firstName}", "missing_variable", "url"],
      ["link.verify", "email", "{url} {galleryName}", "unknown_variable", "galleryName"],
      ["staff.invitation", "sms", "{url}", "missing_variable", "galleryName"],
      ["gallery.registered", "app", "{galleryName} {url}", "unknown_variable", "url"],
    ] as const;
    for (const [name, channel, body, kind, what] of refused) {
      const subject = channel === "email" ? "Kontak" : null;
      const text = { name, channel, locale: "en", subject, body } as const;
      expect(previewTemplate(staff, text).problems).toEqual([
        expect.objectContaining({ kind, what }),
      ]);
      await expect(saveTemplate(staff, { ...text, version: 0 })).rejects.toMatchObject({
        reason: "message.template_invalid",
      });
    }
  });

  it("are listed with a title and the channels that they have, with samples that read well", async () => {
    const staff = await createStaffContext(test.platform);
    const { items } = await listTemplates(staff);
    const channelsOf = (wanted: string) => items.find(({ name }) => name === wanted)?.channels;
    expect(channelsOf("gallery.suspended")).toEqual(["app", "email", "sms"]);
    expect(channelsOf("link.welcome")).toEqual(["email"]);
    expect(channelsOf("gallery.resubmitted")).toEqual(["app"]);
    const rejected = { name: "gallery.rejected", channel: "email", locale: "tr" } as const;
    const { own, variables } = await getTemplate(staff, rejected);
    expect(variables).toContainEqual({
      name: "reason",
      required: true,
      sample: "Vergi levhası okunmuyor",
    });
    expect(previewTemplate(staff, { ...rejected, ...own }).text.body).toContain(
      "Gerekçe: Vergi levhası okunmuyor",
    );
  });
});
