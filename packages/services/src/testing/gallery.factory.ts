import type { Prisma } from "@oto/db";
import { newId } from "@oto/db";
import type { GalleryStatus } from "@oto/domain";
import type { Platform } from "../context";

const REASON = "tests set the scene for several galleries";

let serial = 0;

/** A valid VKN that no other gallery of this process has. */
export function newVkn(): string {
  serial += 1;
  const head = String(100_000_000 + ((process.pid * 7_919 + serial * 104_729) % 899_999_999));
  let sum = 0;
  for (const [index, digit] of [...head].entries()) {
    const shifted = (Number(digit) + 9 - index) % 10;
    if (shifted !== 0) sum += (shifted * 2 ** (9 - index)) % 9 || 9;
  }
  return `${head}${(10 - (sum % 10)) % 10}`;
}

export interface TestGallery {
  id: string;
  name: string;
  slug: string;
  status: GalleryStatus;
}

/** A gallery in the given state; APPROVED unless said. Any column may be given. */
export async function createGallery(
  platform: Platform,
  overrides: Partial<Prisma.GalleryUncheckedCreateInput> & { status?: GalleryStatus } = {},
): Promise<TestGallery> {
  const id = overrides.id ?? newId();
  const status = overrides.status ?? "APPROVED";
  const needsReason = status === "REJECTED" || status === "SUSPENDED";
  return platform.database.unsafeSystem(REASON).write((tx) =>
    tx.gallery.create({
      data: {
        name: "Deneme Otomotiv",
        slug: `deneme-otomotiv-${id}`,
        taxType: "VKN",
        taxNumber: newVkn(),
        licenceNo: `3400${id.slice(-8)}`,
        provinceCode: 34,
        district: "Kadıköy",
        statusReason: needsReason ? "Belge eksik" : null,
        ...overrides,
        id,
        status,
      },
      select: { id: true, name: true, slug: true, status: true },
    }),
  );
}
