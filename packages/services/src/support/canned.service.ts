import { newId } from "@oto/db";
import type { Locale } from "@oto/domain";
import { DomainError } from "@oto/domain";
import type { StaffContext } from "../context";
import type { CannedInput, CannedSaveInput } from "./support.input";
import type { CannedAnswerView } from "./support.views";
import { STAFF_REASON } from "./support-queue.service";

const select = { id: true, title: true, text: true, locale: true, updatedAt: true } as const;

interface Row {
  id: string;
  title: string;
  text: string;
  locale: string;
  updatedAt: Date;
}

const viewOf = ({ id, title, text, locale, updatedAt }: Row): CannedAnswerView => ({
  cannedId: id,
  title,
  text,
  locale: (locale === "en" ? "en" : "tr") satisfies Locale,
  updatedAt: updatedAt.toISOString(),
});

/** Answers that staff often give, by title. */
export async function listCanned(ctx: StaffContext): Promise<{ items: CannedAnswerView[] }> {
  const rows = await ctx.database
    .unsafeSystem(STAFF_REASON)
    .read((tx) => tx.cannedAnswer.findMany({ orderBy: { title: "asc" }, take: 500, select }));
  return { items: rows.map(viewOf) };
}

/**
 * Makes an answer or changes one.
 * @throws DomainError `support.canned_not_found`
 */
export async function saveCanned(
  ctx: StaffContext,
  { cannedId, ...fields }: CannedSaveInput,
): Promise<CannedAnswerView> {
  const data = { ...fields, updatedById: ctx.identity.userId };
  const row = await ctx.database.unsafeSystem(STAFF_REASON).write(async (tx) => {
    if (!cannedId) return tx.cannedAnswer.create({ data: { id: newId(), ...data }, select });
    const { count } = await tx.cannedAnswer.updateMany({ where: { id: cannedId }, data });
    if (count === 0) throw new DomainError("support.canned_not_found");
    return tx.cannedAnswer.findUniqueOrThrow({ where: { id: cannedId }, select });
  });
  return viewOf(row);
}

/**
 * Takes an answer off the list.
 * @throws DomainError `support.canned_not_found`
 */
export async function removeCanned(
  ctx: StaffContext,
  { cannedId }: CannedInput,
): Promise<{ cannedId: string }> {
  const { count } = await ctx.database
    .unsafeSystem(STAFF_REASON)
    .write((tx) => tx.cannedAnswer.deleteMany({ where: { id: cannedId } }));
  if (count === 0) throw new DomainError("support.canned_not_found");
  return { cannedId };
}
