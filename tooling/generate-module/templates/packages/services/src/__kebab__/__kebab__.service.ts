import { audit, newId } from "@oto/db";
import { DomainError } from "@oto/domain";
import { z } from "zod";
import type { DealerContext } from "../context";
import { decodeCursor, toPage } from "../paging";
import type {
  Create__Pascal__Input,
  List__Pascal__Input,
  __Pascal__Ref,
} from "./__kebab__.input";
import type { __Pascal__Row } from "./__kebab__.repo";
import { insert__Pascal__, read__Pascal__, read__Pascal__Page } from "./__kebab__.repo";
import type { __Pascal__List, __Pascal__View } from "./__kebab__.view";

const cursorTuple = z.tuple([z.iso.datetime(), z.uuid()]);

const toView = ({ id, title, createdAt }: __Pascal__Row): __Pascal__View => ({
  __camel__Id: id,
  title,
  createdAt: createdAt.toISOString(),
});

/** Adds a __words__ to the caller's gallery. */
export function create__Pascal__(
  ctx: DealerContext,
  { title }: Create__Pascal__Input,
): Promise<__Pascal__View> {
  const id = newId();
  const galleryId = ctx.gallery.id;
  return ctx.db.write(async (tx) => {
    const row = await insert__Pascal__(tx, { id, galleryId, title, createdAt: ctx.now() });
    await audit(tx, {
      action: "__camel__.create",
      entityType: "__camel__",
      entityId: id,
      galleryId,
      actorId: ctx.identity.userId,
      ip: ctx.origin.ip,
      requestId: ctx.origin.requestId,
    });
    return toView(row);
  });
}

/** One __words__ of the caller's gallery. @throws DomainError `notfound` */
export async function get__Pascal__(
  ctx: DealerContext,
  { __camel__Id }: __Pascal__Ref,
): Promise<__Pascal__View> {
  const row = await ctx.db.read((tx) => read__Pascal__(tx, __camel__Id));
  if (row === null) throw new DomainError("notfound");
  return toView(row);
}

/** The gallery's __words__ rows, newest first. */
export async function list__Pascal__(
  ctx: DealerContext,
  { cursor, limit }: List__Pascal__Input,
): Promise<__Pascal__List> {
  const last = decodeCursor(cursor, cursorTuple);
  const after = last === null ? null : { createdAt: new Date(last[0]), id: last[1] };
  const rows = await ctx.db.read((tx) => read__Pascal__Page(tx, { after, take: limit + 1 }));
  return toPage(rows, limit, {
    item: toView,
    tuple: (row) => [row.createdAt.toISOString(), row.id],
  });
}
