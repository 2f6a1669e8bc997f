import { newId } from "@oto/db";
import { CONSENT_VERSION, slugify } from "@oto/domain";
import type { Platform } from "@oto/services";
import { approveGallery, rejectGallery } from "@oto/services/admin";
import { hashPassword } from "@oto/services/auth";
import type { DemoDealer } from "./contexts";
import { asReviewer } from "./contexts";
import type { DemoGallery } from "./galleries.data";
import { DEMO_GALLERIES } from "./galleries.data";
import type { Random } from "./random";

/** Password of every demo dealer; printed by the start command. */
export const DEMO_PASSWORD = "Kontak-demo-2026";
/** What nobody registers without. */
const AGREED = ["terms", "kvkk"] as const;
const REASON = "demo galleries are made before anybody belongs to them";

/** Ten digits whose last one is the check digit of the tax authority's rule. */
function demoVkn(random: Random): string {
  const head = Array.from({ length: 9 }, (_, i) => random.int(i === 0 ? 1 : 0, 9));
  let sum = 0;
  for (const [index, digit] of head.entries()) {
    const shifted = (digit + 9 - index) % 10;
    if (shifted !== 0) sum += (shifted * 2 ** (9 - index)) % 9 || 9;
  }
  return `${head.join("")}${(10 - (sum % 10)) % 10}`;
}

/** As a trade register would have it. */
const legalNameOf = (name: string): string =>
  `${name.endsWith("Otomotiv") ? name : `${name} Otomotiv`} San. ve Tic. Ltd. Şti.`;

interface NewGallery {
  demo: DemoGallery;
  number: number;
  passwordHash: string;
  random: Random;
}

async function createGallery(
  platform: Platform,
  { demo, number, passwordHash, random }: NewGallery,
): Promise<DemoDealer> {
  const [galleryId, userId] = [newId(), newId()];
  const phone = `+90532${String(5_550_000 + number)}`;
  const email = `demo${number}@kontak.test`;
  await platform.database.unsafeSystem(REASON).write(async (tx) => {
    await tx.user.create({
      data: {
        id: userId,
        phone,
        email,
        firstName: demo.owner[0],
        lastName: demo.owner[1],
        passwordHash,
        emailVerifiedAt: platform.now(),
        consents: {
          create: AGREED.map((kind) => ({
            id: newId(),
            kind,
            version: CONSENT_VERSION,
            granted: true,
          })),
        },
      },
      select: { id: true },
    });
    await tx.gallery.create({
      data: {
        id: galleryId,
        name: demo.name,
        legalName: legalNameOf(demo.name),
        slug: slugify(demo.name),
        taxType: "VKN",
        taxNumber: demoVkn(random),
        taxOffice: demo.district,
        licenceNo: `${String(demo.provinceCode).padStart(2, "0")}${random.int(10_000, 99_999)}`,
        licenceExpiresOn: new Date(Date.UTC(2029, random.int(0, 11), random.int(1, 28))),
        provinceCode: demo.provinceCode,
        district: demo.district,
        address: `Oto Galericiler Sitesi ${random.int(1, 18)}. Blok No: ${random.int(1, 60)}`,
        phone,
        whatsapp: phone,
        email,
        about: demo.about || null,
        hours: "Pzt–Cmt 09.00–19.00",
        // Demo pictures are shared between galleries, except those of the first two.
        watermark: { enabled: number <= 2, position: "BOTTOM_RIGHT", opacity: 0.6 },
        autoDecline: number === 2,
        memberships: { create: { id: newId(), userId, role: "OWNER" } },
        reviews: { create: { id: newId(), action: "submit", status: "PENDING", actorId: userId } },
      },
      select: { id: true },
    });
  });
  return { galleryId, userId, name: demo.name, provinceCode: demo.provinceCode };
}

/**
 * Makes the demo galleries and lets the superadmin decide on them through the real review.
 *
 * @returns those that may trade, in the order of the list
 */
export async function createGalleries(
  platform: Platform,
  reviewerId: string,
  random: Random,
): Promise<DemoDealer[]> {
  const passwordHash = await hashPassword(DEMO_PASSWORD, platform.env.OTO_BCRYPT_COST);
  const reviewer = asReviewer(platform, reviewerId);
  const dealers: DemoDealer[] = [];
  for (const [index, demo] of DEMO_GALLERIES.entries()) {
    const dealer = await createGallery(platform, { demo, number: index + 1, passwordHash, random });
    if (demo.status === "PENDING") continue;
    if (demo.status === "REJECTED") {
      const reason =
        "Yetki belgesi numarası kayıtlarda bulunamadı. Lütfen belgeyi kontrol edip tekrar gönderin.";
      await rejectGallery(reviewer, { galleryId: dealer.galleryId, reason });
      continue;
    }
    await approveGallery(reviewer, { galleryId: dealer.galleryId });
    dealers.push(dealer);
  }
  return dealers;
}
