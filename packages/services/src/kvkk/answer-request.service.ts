import type { Tx } from "@oto/db";
import { EXPORT_KEPT_DAYS } from "@oto/domain";
import type { Platform } from "../context";
import { notifyUsers } from "../notification/notify";
import { kindOf, moveRequest } from "./data-request.repo";
import { erasePerson } from "./erase-person";
import { zipTables } from "./export-archive";
import { galleryTables, personTables } from "./export-tables";

const REASON = "requests about personal data are answered by the platform";
const DAY_MS = 24 * 3_600_000;

const README = `Bu arşiv, Kontak'ta kayıtlı verilerinizi içerir.
json/ klasörü makineler, csv/ klasörü tablo programları içindir; ikisi aynı kayıtları taşır.
Tutarlar kuruş cinsindendir. Saatler UTC'dir.

This archive holds the data that Kontak keeps about you.
json/ is for machines, csv/ for spreadsheets; both carry the same rows. Amounts are in minor units,
times in UTC.
`;

interface Answer {
  key: string;
  bytes: number;
}

/** Makes the file of an export. Repeatable: a second run writes the same key again. */
async function makeExport(
  platform: Platform,
  row: { id: string; kind: string; userId: string; galleryId: string | null },
): Promise<Answer> {
  const db = platform.database.unsafeSystem(REASON);
  const progress = async (percent: number) => {
    await db.write((tx) =>
      tx.dataRequest.update({
        where: { id: row.id },
        data: { progress: Math.min(percent, 95) },
        select: { id: true },
      }),
    );
  };
  const tables =
    row.galleryId === null
      ? await personTables(platform, row.userId)
      : await galleryTables(platform, row.galleryId, progress);
  await progress(90);
  const body = zipTables(tables, README);
  const key = `private/exports/${row.id}.zip`;
  await platform.adapters.storage.put(key, body, { contentType: "application/zip" });
  return { key, bytes: body.length };
}

/**
 * The slow half of an answer, outside of the transaction that ends it: the file of an export.
 * @returns null when there is nothing to prepare
 */
export async function prepareAnswer(platform: Platform, requestId: string): Promise<Answer | null> {
  const db = platform.database.unsafeSystem(REASON);
  const row = await db.write(async (tx) => {
    const known = await tx.dataRequest.findUnique({
      where: { id: requestId },
      select: { kind: true, status: true },
    });
    const due = known?.status === "PENDING" || known?.status === "RUNNING";
    if (!known || !due || known.kind === "ERASE_PERSON") return null;
    return moveRequest(tx, { requestId, action: "start" });
  });
  return row ? makeExport(platform, row) : null;
}

/** Ends a request: the export can be fetched, or the person is erased. Once, however often told. */
export async function finishAnswer(
  platform: Platform,
  tx: Tx,
  { requestId, answer }: { requestId: string; answer: Answer | null },
): Promise<void> {
  const known = await tx.dataRequest.findUnique({
    where: { id: requestId },
    select: { kind: true, status: true, userId: true, galleryId: true },
  });
  if (known?.status !== "RUNNING") return;
  const completedAt = platform.now();
  if (kindOf(known) === "ERASE_PERSON") {
    await erasePerson(platform, tx, { userId: known.userId, requestId });
    await moveRequest(tx, { requestId, action: "finish", data: { progress: 100, completedAt } });
    return;
  }
  if (!answer) return;
  await moveRequest(tx, {
    requestId,
    action: "finish",
    data: {
      progress: 100,
      storageKey: answer.key,
      bytes: answer.bytes,
      completedAt,
      expiresAt: new Date(completedAt.getTime() + EXPORT_KEPT_DAYS * DAY_MS),
    },
  });
  await notifyUsers(tx, {
    userIds: [known.userId],
    galleryId: known.galleryId,
    type: "kvkk.export_ready",
    href: "/ayarlar?bolum=gizlilik",
  });
}
