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
import type { Me } from "../session/session-provider";
import { SessionProvider } from "../session/session-provider";
import { DisputeInbox } from "./dispute-inbox";
import { DisputePage } from "./dispute-page";
import type { DisputeCard, DisputeView } from "./dispute-views";

// The framework's router stands around every page; here there is none.
vi.mock("next/navigation", () => ({
  useRouter: () => ({ push: () => undefined, refresh: () => undefined }),
  usePathname: () => "/anlasmazliklar",
  useSearchParams: () => new URLSearchParams(),
}));

const ID = "0198b8a4-0000-7000-8000-000000000001";
const AT = "2026-01-05T10:00:00.000Z";

const card: DisputeCard = {
  ...{ disputeId: ID, dealId: ID, reason: "NOT_AS_DESCRIBED", status: "OPEN", openedBy: "BUYER" },
  text: "Sol kapı değişmiş, ilanda yazmıyordu.",
  buyer: { galleryId: ID, name: "Ege Oto" },
  seller: { galleryId: ID, name: "Yıldız Oto" },
  vehicleTitle: "2019 Volkswagen Passat 1.6 TDI",
  price: { amount: 130_000_000, currency: "TRY" },
  ...{ dealStatus: "OPEN", cancellable: true, outcome: null, faultSide: null, outcomeNote: null },
  ...{ createdAt: AT, endedAt: null },
};

const view: DisputeView = {
  ...card,
  log: [
    {
      seq: 1,
      kind: "offer.opened",
      title: "Teklif verildi",
      side: "BUYER",
      lines: ["1.300.000 ₺"],
      at: AT,
    },
    {
      seq: 2,
      kind: "offer.accepted",
      title: "Teklif kabul edildi",
      side: "SELLER",
      lines: [],
      at: AT,
    },
    {
      seq: 3,
      kind: "reservation.started",
      title: "Araç rezerve edildi",
      side: null,
      lines: [],
      at: AT,
    },
  ],
  documents: [
    {
      ...{ documentId: ID, step: "EKSPERTIZ", side: "SELLER", fileName: "ekspertiz.pdf" },
      ...{ size: 120_000, removed: false, createdAt: AT },
    },
  ],
  supportCase: { caseId: ID, number: 12, hasRoom: true },
};

interface Scene {
  locale?: AppLocale;
  dispute?: DisputeView;
  permissions?: readonly string[];
}

const ALL = ["dispute:read", "dispute:decide", "gallery:list", "support:read"];

/** Draws a screen with the answers it asks for, as its first paint. */
function draw(screen: ReactNode, { dispute = view, locale = "tr", permissions = ALL }: Scene = {}) {
  const queries = new QueryClient();
  const client = createTRPCClient<AppRouter>({ links: [] });
  const trpc = createTRPCOptionsProxy<AppRouter>({ client, queryClient: queries });
  queries.setQueryData(trpc.admin.disputes.get.queryKey({ disputeId: ID }), dispute);
  queries.setQueryData(trpc.admin.disputes.list.infiniteQueryKey({ open: true }), {
    pages: [{ items: [card], nextCursor: null, openCount: 1 }],
    pageParams: [null],
  });
  const user = { id: ID, firstName: "Ada", lastName: "Yılmaz" };
  const me = { user, permissions } as unknown as Me; // cast: what these screens read of it
  const html = renderToStaticMarkup(
    <NextIntlClientProvider
      locale={locale}
      messages={messagesOf(locale)}
      timeZone="Europe/Istanbul"
    >
      <LinkProvider component="a">
        <NuqsTestingAdapter>
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

describe("the screens of disputes", () => {
  it("list who disputes what with whom", () => {
    const html = draw(<DisputeInbox />);
    expect(html).toContain("2019 Volkswagen Passat 1.6 TDI");
    expect(html).toContain("Yıldız Oto → Ege Oto");
    expect(html).toContain("Alıcı açtı");
    expect(html).toContain("Karar bekliyor");
  });

  it("show the claim with what it is judged by, and let those decide who may", () => {
    const html = draw(<DisputePage disputeId={ID} />);
    expect(html).toContain("Sol kapı değişmiş");
    expect(html).toContain("1.300.000 ₺");
    expect(html).toContain("Araç rezerve edildi");
    expect(html).toContain("ekspertiz.pdf");
    expect(html).toContain("Destek talebi #12");
    expect(html).toContain("Konuşmayı incele");
    expect(html).toContain("Karara bağla");
    const reader = draw(<DisputePage disputeId={ID} />, { permissions: ["dispute:read"] });
    expect(reader).not.toContain("Karara bağla");
    expect(reader).not.toContain("/kayitlar/");
    expect(reader).not.toContain("Destek talebi #12");
  });

  it("show a decision with its reason, and offer none any more", () => {
    const html = draw(<DisputePage disputeId={ID} />, {
      dispute: {
        ...view,
        ...{ status: "SETTLED", outcome: "CANCEL", faultSide: "SELLER", endedAt: AT },
        outcomeNote: "Değişen kapı ilanda yazmıyor.",
      },
    });
    expect(html).toContain("Değişen kapı ilanda yazmıyor.");
    expect(html).toContain("Kusur: Satıcı");
    expect(html).not.toContain("Karara bağla<");
  });

  it.each(["tr", "en"] as const)("have every word in %s", (locale) => {
    const html = [
      draw(<DisputeInbox />, { locale }),
      draw(<DisputePage disputeId={ID} />, { locale }),
    ].join();
    expect(html).not.toMatch(/>(disputes|support|domain|common)\.[\w.]+</);
  });
});
