import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { galleryDetail, listGalleries } from "../admin";
import { galleryListInput } from "../admin/admin.input";
import { newTotpCipher, totpEnrolment } from "../auth/totp";
import type { DealerContext, Platform } from "../context";
import { myGallery, resubmitGallery } from "../gallery";
import type { TestPlatform } from "../testing";
import {
  createDealerContext,
  createGallery,
  createStaffContext,
  createTestPlatform,
  createUser,
} from "../testing";
import { reencryptSecrets } from "./reencrypt.service";
import { createSecretBox } from "./secret-box";

const TCKN = "10000000146";
const REASON = "tests look behind the sealing";
let test: TestPlatform;

beforeAll(async () => {
  test = await createTestPlatform();
});
afterAll(() => test.close());

const withKeys = (platform: Platform, ...versions: string[]): Platform => ({
  ...platform,
  env: {
    ...platform.env,
    OTO_ENCRYPTION_KEYS: versions.map((version) => ({ version, key: randomBytes(32) })),
  },
});

const stored = (id: string) =>
  test.platform.database.unsafeSystem(REASON).read((tx) =>
    tx.gallery.findUniqueOrThrow({
      where: { id },
      select: { taxNumber: true, taxNumberCipher: true },
    }),
  );

/** Resubmits a rejected registration as a sole trader's. */
async function soleTrader(): Promise<DealerContext> {
  const dealer = await createDealerContext(test.platform, { status: "REJECTED" });
  await resubmitGallery(dealer, { taxType: "TCKN", taxNumber: TCKN });
  return dealer;
}

describe("a national id", () => {
  it("is stored sealed, is shown to its gallery and its reviewer, and stays unique", async () => {
    const dealer = await soleTrader();
    const row = await stored(dealer.gallery.id);
    expect(JSON.stringify(row)).not.toContain(TCKN);
    expect((await myGallery(dealer)).taxNumber).toBe(TCKN);
    expect(JSON.stringify(await myGallery(dealer))).not.toContain("Cipher");

    const staff = await createStaffContext(test.platform);
    const { gallery, checks } = await galleryDetail(staff, { galleryId: dealer.gallery.id });
    expect(gallery.taxNumber).toBe(TCKN);
    expect(checks).toContainEqual(
      expect.objectContaining({ check: "tax_number_unique", outcome: "passed" }),
    );
    const found = await listGalleries(staff, galleryListInput.parse({ q: TCKN }));
    expect(found.items).toEqual([expect.objectContaining({ taxNumber: TCKN })]);
    await expect(soleTrader()).rejects.toMatchObject({ reason: "gallery.tax_number_taken" });
  });
});

describe("re-encryption", () => {
  it("seals everything anew, tells how far it is, and finds nothing to do the second time", async () => {
    const { platform } = test;
    const { id: userId } = await createUser(platform);
    const { id: oldUser } = await createUser(platform);
    const seed = totpEnrolment(platform, { userId, cipher: newTotpCipher(platform, userId) }, "x");
    const cipher = newTotpCipher(platform, userId);
    const boxed = createSecretBox(platform.env.OTO_SECRET, "totp-seed").seal(seed.secret);
    const { id: unsealed } = await createGallery(platform, {
      taxType: "TCKN",
      taxNumber: "10000000078",
    });
    const system = platform.database.unsafeSystem(REASON);
    await system.write(async (tx) => {
      await tx.user.update({ where: { id: userId }, data: { totpCipher: cipher } });
      await tx.user.update({ where: { id: oldUser }, data: { totpCipher: boxed } });
    });

    const next = withKeys(platform, "v2");
    const told: string[] = [];
    const count = await reencryptSecrets(next, ({ what, done, total }) =>
      told.push(`${what} ${done}/${total}`),
    );
    expect(count).toBeGreaterThanOrEqual(4);
    expect(told).toContain("app_user.totp_cipher 2/2");
    expect(await reencryptSecrets(next)).toBe(0);

    const users = await system.read((tx) =>
      tx.user.findMany({
        where: { id: { in: [userId, oldUser] } },
        select: { id: true, totpCipher: true },
      }),
    );
    for (const { id, totpCipher } of users) {
      expect(totpCipher).toMatch(/^env1\.v2\./);
      const opened = totpEnrolment(next, { userId: id, cipher: totpCipher ?? "" }, "x");
      if (id === oldUser) expect(opened.secret).toBe(seed.secret);
    }
    expect(JSON.stringify(await stored(unsealed))).not.toContain("10000000078");
    // Whoever lost the new key opens nothing, and an older installation says which key it lacks.
    const lost = withKeys(platform, "v3");
    await expect(reencryptSecrets(lost)).rejects.toThrow(/v2, which is not here/);
  });
});
