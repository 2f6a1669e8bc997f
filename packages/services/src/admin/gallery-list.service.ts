import type { Prisma } from "@oto/db";
import {
  GALLERY_STATUSES,
  normalizeTaxNumber,
  parsePhone,
  provinceByCode,
  slugify,
} from "@oto/domain";
import { z } from "zod";
import type { StaffContext } from "../context";
import { storedFormsOf, unsealTaxNumber } from "../crypto";
import { decodeCursor, toPage } from "../paging";
import type { GalleryListInput } from "./admin.input";
import type { GalleryListItem, GalleryListView, OwnerView } from "./admin.views";
import { countsByStatus } from "./status-counts";

const REASON = "staff see every gallery";

/** The person who answers for a gallery: the first owner. */
export const ownerSelect = {
  where: { role: "OWNER" },
  orderBy: { createdAt: "asc" },
  take: 1,
  select: {
    user: { select: { id: true, firstName: true, lastName: true, phone: true, email: true } },
  },
} as const;

interface OwnerRow {
  user: { id: string; firstName: string; lastName: string; phone: string | null; email: string };
}

/** First of `ownerSelect`, if there is one. */
export function toOwner([row]: readonly OwnerRow[]): OwnerView | null {
  if (!row) return null;
  const { id, ...person } = row.user;
  return { userId: id, ...person };
}

const itemSelect = {
  id: true,
  name: true,
  legalName: true,
  slug: true,
  taxType: true,
  taxNumber: true,
  taxNumberCipher: true,
  licenceNo: true,
  provinceCode: true,
  district: true,
  status: true,
  statusReason: true,
  submittedAt: true,
  reviewedAt: true,
  memberships: ownerSelect,
  _count: { select: { vehicles: true } },
} as const;

type ItemRow = Prisma.GalleryGetPayload<{ select: typeof itemSelect }>;

function toItem(ctx: StaffContext, stored: ItemRow): GalleryListItem {
  const { id, memberships, _count, ...row } = unsealTaxNumber(ctx, stored);
  return {
    ...row,
    galleryId: id,
    provinceName: provinceByCode(row.provinceCode)?.name ?? "",
    submittedAt: row.submittedAt.toISOString(),
    reviewedAt: row.reviewedAt?.toISOString() ?? null,
    owner: toOwner(memberships),
    vehicles: _count.vehicles,
  };
}

/** Names are found folded, by their slug: `Yıldız` by `yildiz` and the other way round. */
function matching(ctx: StaffContext, q: string | undefined): Prisma.GalleryWhereInput {
  if (!q) return {};
  const contains = { contains: q, mode: "insensitive" } as const;
  const phone = parsePhone(q);
  const slug = slugify(q);
  const person = [{ email: contains }, { firstName: contains }, { lastName: contains }];
  return {
    OR: [
      { name: contains },
      { legalName: contains },
      { licenceNo: contains },
      { taxNumber: { startsWith: q } },
      // A national id is found whole only.
      { taxNumber: { in: storedFormsOf(ctx, normalizeTaxNumber(q)) } },
      ...(slug ? [{ slug: { contains: slug } }] : []),
      ...(phone ? [{ phone }, { memberships: { some: { user: { phone } } } }] : []),
      { memberships: { some: { user: { OR: person } } } },
    ],
  };
}

const position = z.tuple([z.iso.datetime(), z.uuid()]);

/** Whoever waits longest comes first; decided ones by their latest submission. */
function after(input: GalleryListInput, order: "asc" | "desc"): Prisma.GalleryWhereInput {
  const cursor = decodeCursor(input.cursor, position);
  if (!cursor) return {};
  const [at, id] = [new Date(cursor[0]), cursor[1]];
  return order === "asc"
    ? { OR: [{ submittedAt: { gt: at } }, { submittedAt: at, id: { gt: id } }] }
    : { OR: [{ submittedAt: { lt: at } }, { submittedAt: at, id: { lt: id } }] };
}

/**
 * Galleries for review and search, with how many are in each state.
 * @throws DomainError `input.invalid` for a cursor of another list
 */
export async function listGalleries(
  ctx: StaffContext,
  input: GalleryListInput,
): Promise<GalleryListView> {
  const order = input.status === "PENDING" ? "asc" : "desc";
  const where = {
    AND: [
      input.status ? { status: input.status } : {},
      matching(ctx, input.q),
      after(input, order),
    ],
  };
  return ctx.database.unsafeSystem(REASON).read(
    async (tx) => {
      const rows = await tx.gallery.findMany({
        where,
        orderBy: [{ submittedAt: order }, { id: order }],
        take: input.limit + 1,
        select: itemSelect,
      });
      const groups = await tx.gallery.groupBy({ by: ["status"], _count: true });
      const page = toPage(rows, input.limit, {
        item: (row) => toItem(ctx, row),
        tuple: (row) => [row.submittedAt.toISOString(), row.id],
      });
      return { ...page, counts: countsByStatus(GALLERY_STATUSES, groups) };
    },
    { intent: "list" },
  );
}
