"use client";

import type { NavGroup } from "@oto/ui";
import { useQuery } from "@tanstack/react-query";
import {
  Bell,
  BellRing,
  CalendarCheck2,
  CarFront,
  ChartColumn,
  Handshake,
  Heart,
  House,
  MessagesSquare,
  Search,
  Settings,
} from "lucide-react";
import { useTranslations } from "next-intl";
import { useTRPC } from "../../trpc";
import { useUnreadMessages } from "../chat/use-unread-messages";
import { useNewMatches } from "../searches/use-saved-searches";
import { usePermission } from "../session/session-provider";

/** Ids of the four destinations under the thumb. */
export const PHONE_NAV = ["home", "stock", "market", "offers"] as const;

/** Where one can go, with what waits there. */
export function useNavigation(): readonly NavGroup[] {
  const t = useTranslations("shell");
  const trpc = useTRPC();
  const mayReadOffers = usePermission("offer:read");
  const mayReadReports = usePermission("report:own");
  const waiting = useQuery(trpc.offer.counts.queryOptions(undefined, { enabled: mayReadOffers }))
    .data?.myTurn;
  const unread = useUnreadMessages();
  const mayFollow = usePermission("marketplace:follow");
  const matches = useNewMatches();
  return [
    {
      id: "main",
      items: [
        { id: "home", label: t("home"), href: "/", icon: <House aria-hidden="true" /> },
        { id: "stock", label: t("stock"), href: "/stok", icon: <CarFront aria-hidden="true" /> },
      ],
    },
    {
      id: "trade",
      label: t("trade"),
      items: [
        { id: "market", label: t("market"), href: "/pazar", icon: <Search aria-hidden="true" /> },
        ...(mayFollow
          ? [
              {
                id: "favorites",
                label: t("favorites"),
                href: "/favoriler",
                icon: <Heart aria-hidden="true" />,
              },
              {
                id: "searches",
                label: t("searches"),
                href: "/kayitli-aramalar",
                icon: <BellRing aria-hidden="true" />,
                count: matches,
                countLabel: t("searchesNew", { count: matches }),
              },
            ]
          : []),
        {
          id: "offers",
          label: t("offers"),
          href: "/teklifler",
          icon: <Handshake aria-hidden="true" />,
          count: waiting ?? 0,
          countLabel: t("offersWaiting", { count: waiting ?? 0 }),
        },
        {
          id: "messages",
          label: t("messages"),
          href: "/mesajlar",
          icon: <MessagesSquare aria-hidden="true" />,
          count: unread,
          countLabel: t("messagesUnread", { count: unread }),
        },
        {
          id: "reservations",
          label: t("reservations"),
          href: "/rezervasyonlar",
          icon: <CalendarCheck2 aria-hidden="true" />,
        },
      ],
    },
    {
      id: "business",
      label: t("business"),
      items: [
        ...(mayReadReports
          ? [
              {
                id: "reports",
                label: t("reports"),
                href: "/raporlar",
                icon: <ChartColumn aria-hidden="true" />,
              },
            ]
          : []),
        {
          id: "notifications",
          label: t("notifications"),
          href: "/bildirimler",
          icon: <Bell aria-hidden="true" />,
        },
        {
          id: "settings",
          label: t("settings"),
          href: "/ayarlar",
          icon: <Settings aria-hidden="true" />,
        },
      ],
    },
  ];
}
