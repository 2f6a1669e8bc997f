import type { Tx } from "@oto/db";
import { publish } from "@oto/db";
import type { Platform } from "../context";
import { GIVEN_UP_AFTER_MS, STUCK_AFTER_MS } from "./media-limits";

const CONSUMER = "process-media-when-uploaded";
const BATCH = 100;

interface Stuck {
  mediaId: string;
  vehicleId: string;
  galleryId: string;
  uploadedAt: Date;
  deadLetterId: string;
}

/** Photos that wait although the workers have given up on them. */
function findStuck(tx: Tx, before: Date): Promise<Stuck[]> {
  return tx.$queryRaw<Stuck[]>`
    select m.id as "mediaId", m.vehicle_id as "vehicleId", m.gallery_id as "galleryId",
      m.uploaded_at as "uploadedAt", d.id as "deadLetterId"
    from dead_letter d
    join media m on m.id = (d.message #>> '{payload,mediaId}')::uuid and m.status = 'PROCESSING'
    where d.consumer_id = ${CONSUMER} and d.resolved_at is null and d.created_at < ${before}
    order by d.created_at limit ${BATCH} for update of d skip locked`;
}

async function giveUp(tx: Tx, { mediaId, vehicleId, galleryId }: Stuck, now: Date): Promise<void> {
  const reason = "media.unreadable";
  const { count } = await tx.media.updateMany({
    where: { id: mediaId, status: "PROCESSING" },
    data: { status: "FAILED", failureReason: reason, processedAt: now },
  });
  if (count === 0) return;
  const payload = { mediaId, vehicleId, galleryId, reason };
  await publish(tx, { name: "media.failed", aggregateId: mediaId, galleryId, payload });
}

async function tryAgain(tx: Tx, stuck: Stuck, now: Date): Promise<void> {
  const { mediaId, vehicleId, galleryId, deadLetterId } = stuck;
  const payload = { mediaId, vehicleId, galleryId };
  await publish(tx, { name: "media.uploaded", aggregateId: mediaId, galleryId, payload });
  await tx.deadLetter.updateMany({
    where: { id: deadLetterId },
    data: { resolvedAt: now, resolution: "replayed" },
  });
}

/**
 * Takes up photos again that the workers gave up on while something else was away (the storage, a
 * full disk), so that nobody looks at a photo that never gets ready. After a day without luck it
 * has FAILED, and its dead letter stays for the operators.
 *
 * @returns how many photos it dealt with
 */
export async function reviveStuckMedia(platform: Platform): Promise<number> {
  const now = platform.now();
  const db = platform.database.unsafeSystem("stuck photos are found over all galleries");
  return db.write(async (tx) => {
    const stuck = await findStuck(tx, new Date(now.getTime() - STUCK_AFTER_MS));
    for (const one of stuck) {
      const tooOld = one.uploadedAt.getTime() < now.getTime() - GIVEN_UP_AFTER_MS;
      await (tooOld ? giveUp : tryAgain)(tx, one, now);
    }
    return stuck.length;
  });
}
