import type { Locale } from "@oto/domain";
import { z } from "zod";
import type { Platform } from "../../context";
import { messageDefinition } from "../catalogue";
import { readFacts } from "../catalogue/news-facts";
import type { TextOverride } from "../news-texts";
import { newsText } from "../news-texts";
import { unsubscribeUrl } from "../unsubscribe-token";
import type { ClaimedDelivery, ComposedMessage, NothingToSend } from "./claimed-delivery";

const REASON = "people of all galleries are written to";

/** Everything about the readers of a batch that messages are made of, by id. */
export async function readAddressees(platform: Platform, userIds: readonly string[]) {
  const users = await platform.database.unsafeSystem(REASON).read((tx) =>
    tx.user.findMany({
      where: { id: { in: [...userIds] }, erasedAt: null },
      select: {
        id: true,
        firstName: true,
        email: true,
        phone: true,
        locale: true,
        pushSubscriptions: { select: { id: true, endpoint: true, p256dh: true, auth: true } },
        consents: {
          where: { kind: "marketing" },
          orderBy: [{ createdAt: "desc" }, { id: "desc" }],
          take: 1,
          select: { granted: true },
        },
      },
    }),
  );
  return new Map(users.map((user) => [user.id, user]));
}

type Addressee =
  Awaited<ReturnType<typeof readAddressees>> extends Map<string, infer User> ? User : never;

interface NewsContext {
  readonly platform: Platform;
  readonly addressee: Addressee | undefined;
  readonly overrides: TextOverride;
}

const alertParams = z.object({ savedSearchId: z.uuid() });

/** Where a mail is unsubscribed from: commercial ones altogether, alerts by their saved search. */
function wayOut(
  platform: Platform,
  { params, type, userId }: ClaimedDelivery,
  isCommercial: boolean,
): string | undefined {
  if (isCommercial && userId) return unsubscribeUrl(platform, { kind: "marketing", userId });
  if (!type.startsWith("search.")) return undefined;
  const { data } = alertParams.safeParse(params);
  return data && unsubscribeUrl(platform, { kind: "search", savedSearchId: data.savedSearchId });
}

/** A delivery about news, in the reader's language, with the text that is in force now. */
export function composeNews(
  delivery: ClaimedDelivery,
  { addressee, overrides, platform }: NewsContext,
): ComposedMessage | NothingToSend {
  if (!addressee) return { dropped: "recipient_gone" };
  const { channel, href, params, type } = delivery;
  const { commercial = false, urgent = false } = messageDefinition(type) ?? {};
  // Whoever took the consent back while the message waited gets none.
  if (commercial && addressee.consents[0]?.granted !== true) return { dropped: "no_consent" };
  const locale: Locale = addressee.locale === "en" ? "en" : "tr";
  const url = new URL(href ?? "/", platform.env.OTO_GALLERY_URL).href;
  const more = { firstName: addressee.firstName, url };
  const text = newsText({ type, channel, locale, facts: readFacts(params), more }, overrides);
  if (!text) return { dropped: "no_text" };
  switch (channel) {
    case "sms": {
      const kind = commercial ? "commercial" : "info";
      const { phone } = addressee;
      return phone ? { channel, to: phone, text: text.body, kind } : { dropped: "no_address" };
    }
    case "email":
      return {
        channel,
        to: addressee.email,
        subject: text.subject ?? "",
        text: text.body,
        unsubscribeUrl: wayOut(platform, delivery, commercial),
      };
    case "push": {
      const to = addressee.pushSubscriptions.map(({ auth, endpoint, id, p256dh }) => ({
        subscriptionId: id,
        endpoint,
        keys: { p256dh, auth },
      }));
      if (to.length === 0) return { dropped: "no_address" };
      const path = href ?? "/";
      return { channel, to, title: text.subject ?? "", text: text.body, url: path, urgent };
    }
  }
}
