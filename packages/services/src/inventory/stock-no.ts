import type { Tx } from "@oto/db";
import { DomainError } from "@oto/domain";

const WIDTH = 4;

/**
 * The stock number of a new vehicle: the one asked for, or the gallery's next free one. Counting up
 * locks the gallery's row, so that vehicles created at once queue up and every number is given once.
 *
 * @throws DomainError `inventory.stock_no_taken`, `gallery.not_found`
 */
export async function takeStockNo(
  tx: Tx,
  galleryId: string,
  wanted: string | null,
): Promise<string> {
  if (wanted !== null) {
    await assertStockNoFree(tx, galleryId, wanted);
    return wanted;
  }
  for (;;) {
    const [counter] = await tx.$queryRaw<{ taken: number }[]>`
      update gallery set next_stock_no = next_stock_no + 1
      where id = ${galleryId}::uuid returning next_stock_no - 1 as taken`;
    if (!counter) throw new DomainError("gallery.not_found");
    const stockNo = String(counter.taken).padStart(WIDTH, "0");
    // Somebody may have given this number by hand.
    if (!(await isTaken(tx, galleryId, stockNo))) return stockNo;
  }
}

async function isTaken(tx: Tx, galleryId: string, stockNo: string): Promise<boolean> {
  const row = await tx.vehicle.findUnique({
    where: { galleryId_stockNo: { galleryId, stockNo } },
    select: { id: true },
  });
  return row !== null;
}

/** @throws DomainError `inventory.stock_no_taken` */
export async function assertStockNoFree(tx: Tx, galleryId: string, stockNo: string): Promise<void> {
  if (await isTaken(tx, galleryId, stockNo)) {
    throw new DomainError("inventory.stock_no_taken", { stockNo });
  }
}
