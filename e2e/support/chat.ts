import type { Page } from "@playwright/test";
import { expect } from "@playwright/test";
import { inDatabase } from "./database";
import type { Dealer } from "./people";

/** Opens the room about something and gives its id. */
export const openRoom = async (dealer: Dealer, about: Record<string, string>): Promise<string> =>
  (await dealer.api.call<{ roomId: string }>("chat.openRoom", about)).roomId;

/** Sends a text over HTTP. */
export async function say(dealer: Dealer, roomId: string, text: string): Promise<void> {
  await dealer.api.call("chat.send", { roomId, clientMessageId: crypto.randomUUID(), text });
}

/** The line to write on. */
export const line = (page: Page) => page.getByRole("textbox", { name: "Mesaj", exact: true });

/** The conversation on the screen. */
export const conversation = (page: Page) => page.getByRole("region", { name: "Mesajlar" });

/** Writes a message and sends it with the button, as at a desk and on a phone. */
export async function write(page: Page, text: string): Promise<void> {
  await line(page).fill(text);
  await page.getByRole("button", { name: "Gönder", exact: true }).click();
  await expect(conversation(page).getByText(text, { exact: true })).toBeVisible();
}

/** Fills a room with so many messages of two sides, by SQL: nobody could type them. */
export async function fillRoom(roomId: string, count: number): Promise<void> {
  await inDatabase(async (client) => {
    await client.query("begin");
    await client.query(
      `insert into chat_message (id, room_id, gallery_id, peer_gallery_id, seq, kind,
         sender_gallery_id, sender_id, sender_name, client_message_id, text, search_text, created_at)
       select gen_random_uuid(), r.id, r.gallery_id, r.peer_gallery_id, r.last_seq + n, 'TEXT',
         case when n % 5 < 3 then r.gallery_id else r.peer_gallery_id end,
         u.user_id, 'Ada Y.', 'fill-' || n,
         'Satır ' || n || case when n % 7 = 0 then repeat(' uzun bir cümle daha', 6) else '' end,
         'satir ' || n, now() - interval '40 days' + n * interval '1 minute'
       from chat_room r
       cross join generate_series(1, $2::int) n
       join lateral (
         select m.user_id from membership m
         where m.gallery_id = case when n % 5 < 3 then r.gallery_id else r.peer_gallery_id end
         limit 1
       ) u on true
       where r.id = $1`,
      [roomId, count],
    );
    await client.query(
      "update chat_room set last_seq = last_seq + $2::int, last_message_at = now() where id = $1",
      [roomId, count],
    );
    await client.query("commit");
  });
}
