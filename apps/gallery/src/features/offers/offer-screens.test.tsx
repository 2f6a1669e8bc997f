import type { AppRouter } from "@oto/api";
import { LinkProvider } from "@oto/ui";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { createTRPCClient } from "@trpc/client";
import { createTRPCOptionsProxy } from "@trpc/tanstack-react-query";
import { NextIntlClientProvider } from "next-intl";
import { NuqsTestingAdapter } from "nuqs/adapters/testing";
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it, vi } from "vitest";
import type { AppLocale } from "../../i18n/locale";
import { messagesOf } from "../../i18n/messages";
import { TRPCProvider } from "../../trpc";
import { DealTiles } from "../dashboard/deal-tiles";
import type { Me } from "../session/session-provider";
import { SessionProvider } from "../session/session-provider";
import { ComparePage } from "./compare-page";
import { OfferBoard } from "./offer-board";
import { OfferPage } from "./offer-page";
import type { OfferCardView, OfferView } from "./offer-views";

// The framework's router stands around every page; here there is none.
vi.mock("next/navigation", () => ({
  useRouter: () => ({ push: () => undefined, refresh: () => undefined }),
  usePathname: () => "/teklifler",
  useSearchParams: () => new URLSearchParams(),
}));

const lira = (amount: number) => ({ amount: amount * 100, currency: "TRY" as const });
const SOON = new Date(Date.now() + 50 * 60_000).toISOString();
const LATER = new Date(Date.now() + 30 * 3_600_000).toISOString();
const VEHICLE = "0198b8a4-0000-7000-8000-000000000001";

const card = (id: number, more: Partial<OfferCardView> = {}): OfferCardView => ({
  offerId: `0198b8a4-0000-7000-8000-0000000000${10 + id}`,
  ...{ side: "SELLER", status: "OPEN", round: 1, turn: "SELLER", myTurn: true, lane: "MINE" },
  ...{ amount: lira(1_200_000), lastAmounts: { mine: null, theirs: lira(1_200_000) } },
  ...{ message: "Nakit, bugün noter.", final: false, expiresAt: LATER, unread: true },
  counterpart: {
    galleryId: VEHICLE,
    name: `Yıldız Oto ${id}`,
    province: { code: 6, name: "Ankara" },
  },
  vehicle: {
    ...{ vehicleId: VEHICLE, title: "2019 Volkswagen Passat 1.6 TDI BlueMotion", cover: null },
    askingPrice: lira(1_300_000),
  },
  ...{ closeReason: null, closedBy: null, closedAt: null, reservationId: null },
  ...{ createdAt: "2026-01-05T10:00:00.000Z", updatedAt: "2026-01-05T10:00:00.000Z" },
  ...more,
});

const waiting = { myTurn: 2, unread: 2, endingSoon: 1 };
const counts = {
  ...{ incomingOpen: 3, outgoingOpen: 0, ...waiting },
  ...{ incoming: waiting, outgoing: { myTurn: 0, unread: 0, endingSoon: 0 } },
};
const theirs = card(2, {
  ...{ lane: "THEIRS", myTurn: false, turn: "BUYER", round: 2, amount: lira(1_285_000) },
  lastAmounts: { mine: lira(1_285_000), theirs: lira(1_260_000) },
});
const soon = card(3, { lane: "SOON", expiresAt: SOON, final: true, round: 3 });
const ended = card(4, {
  ...{ lane: "ENDED", status: "REJECTED", turn: null, myTurn: false, closedBy: "SELLER" },
  closedAt: "2026-01-06T10:00:00.000Z",
});
const lanes = [
  { lane: "SOON" as const, total: 1, items: [soon] },
  { lane: "MINE" as const, total: 30, items: [card(1)] },
  { lane: "THEIRS" as const, total: 1, items: [theirs] },
  { lane: "AGREED" as const, total: 0, items: [] },
  { lane: "ENDED" as const, total: 1, items: [ended] },
];
const round = (number: number, amount: number): OfferView["rounds"][number] => ({
  ...{ round: number, side: number % 2 ? "BUYER" : "SELLER", mine: number % 2 === 0 },
  ...{ amount: lira(amount), final: false, message: null, byRule: number === 2 },
  ...{
    expiresAt: LATER,
    seenAt: "2026-01-05T11:00:00.000Z",
    createdAt: "2026-01-05T10:00:00.000Z",
  },
});
const view: OfferView = {
  ...card(1, { round: 3, lastAmounts: { mine: lira(1_285_000), theirs: lira(1_200_000) } }),
  rounds: [round(1, 1_180_000), round(2, 1_285_000), round(3, 1_200_000)],
  ...{ actions: ["accept", "reject", "counter"], closeMessage: null },
  ...{ floor: lira(1_250_000), rivals: 2 },
};
const trust = {
  ...{ windowDays: 365, completed: 4, lapsed: 0, cancelled: { count: 1, of: 5 } },
  answer: { medianSeconds: 1_500, samples: 12, unanswered: 1 },
  disputes: { count: 0, atFault: 0 },
  rating: { average: 4.6, count: 3, stars: [0, 0, 0, 1, 2] },
};

/** Draws a screen with the answers it asks for, as its first paint. */
function draw(screen: ReactNode, { locale = "tr" as AppLocale, search = "" } = {}): string {
  const queries = new QueryClient();
  const client = createTRPCClient<AppRouter>({ links: [] });
  const trpc = createTRPCOptionsProxy<AppRouter>({ client, queryClient: queries });
  queries.setQueryData(trpc.offer.counts.queryKey(), counts);
  queries.setQueryData(trpc.offer.board.queryKey({ side: "SELLER" }), { lanes, counts });
  queries.setQueryData(trpc.offer.get.queryKey({ offerId: view.offerId }), view);
  queries.setQueryData(trpc.offer.compare.queryKey({ vehicleId: VEHICLE }), {
    vehicle: { ...view.vehicle, status: "PUBLISHED" },
    ...{ floor: lira(1_250_000), ended: 1 },
    items: [
      {
        ...{ ...card(1), firstAmount: lira(1_180_000), proposals: 2, answerMinutes: 25 },
        ...{ buyerMessage: "Nakit", belowFloor: true, actions: view.actions, trust },
      },
    ],
  });
  const user = { id: VEHICLE, firstName: "Ada", lastName: "Yılmaz" };
  const me = { user, permissions: ["offer:read", "offer:respond"] } as unknown as Me; // cast: what screens of offers read of it
  const html = renderToStaticMarkup(
    <NextIntlClientProvider
      locale={locale}
      messages={messagesOf(locale)}
      timeZone="Europe/Istanbul"
    >
      <LinkProvider component="a">
        <NuqsTestingAdapter searchParams={search}>
          <QueryClientProvider client={queries}>
            <TRPCProvider trpcClient={client} queryClient={queries}>
              <SessionProvider me={me}>{screen}</SessionProvider>
            </TRPCProvider>
          </QueryClientProvider>
        </NuqsTestingAdapter>
      </LinkProvider>
    </NextIntlClientProvider>,
  );
  return html.replaceAll("\u00a0", " ");
}

describe("the screens of negotiation", () => {
  it("show the lanes with what each card needs, the empty ones with a word", () => {
    const html = draw(<OfferBoard />);
    expect(html).toContain("Süresi doluyor");
    expect(html).toContain("1.200.000 ₺");
    expect(html).toContain("Siz 1.285.000 ₺ · Karşı taraf 1.260.000 ₺");
    expect(html).toContain("Yıldız Oto 1 teklifini seç");
    // The other side's turn cannot be rejected by this one.
    expect(html).not.toContain("Yıldız Oto 2 teklifini seç");
    expect(html).toContain("Tümünü göster (30)");
    expect(html).not.toContain("Anlaşılan");
  });

  it("say what happens next, and the floor to the seller", () => {
    const html = draw(<OfferPage offerId={view.offerId} />);
    expect(html).toContain("Sırada ne var?");
    expect(html).toContain("bu tutar 50.000 ₺ altında");
    expect(html).toContain("Bu araçta 2 açık teklif daha var");
    expect(html).toContain("Kuralınız yanıtladı");
    expect(html).toContain("+20.000 ₺");
  });

  it("lay rivals side by side with what their buyers are known for", () => {
    const html = draw(<ComparePage vehicleId={VEHICLE} />);
    expect(html).toContain("Alt sınırınızın 50.000 ₺ altında");
    expect(html).toContain("4 alım satım tamamladı");
    expect(html).toContain("4,6 (3 değerlendirme)");
    expect(html).toContain("Genelde 25 dakika içinde yanıtlıyor");
  });

  it.each(["tr", "en"] as const)("have every word in %s", (locale) => {
    const html = [
      draw(<OfferBoard />, { locale }),
      draw(<OfferPage offerId={view.offerId} />, { locale }),
      draw(<ComparePage vehicleId={VEHICLE} />, { locale }),
      draw(<DealTiles />, { locale }),
    ].join();
    expect(html).not.toMatch(/>(offers|dashboard|domain|common)\.[\w.]+</);
  });
});
