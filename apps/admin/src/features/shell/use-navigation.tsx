"use client";

import type { Permission } from "@oto/domain";
import type { NavGroup, NavItem } from "@oto/ui";
import { useQuery } from "@tanstack/react-query";
import {
  Building2,
  ChartColumn,
  ClipboardCheck,
  FileLock2,
  Gauge,
  LayoutGrid,
  LifeBuoy,
  ListTree,
  MessageSquareText,
  Scale,
  ScrollText,
  ShieldCheck,
  UsersRound,
} from "lucide-react";
import { useTranslations } from "next-intl";
import { useTRPC } from "../../trpc";
import { useMe } from "../session/session-provider";

/** Ids of the destinations under the thumb. */
export const PHONE_NAV = ["overview", "registrations", "galleries", "queues"] as const;

/** How often counts are asked for, ms. */
const POLL_MS = 15_000;

interface Destination extends NavItem {
  permission?: Permission;
}

/** Where this person may go, with what waits there. */
export function useNavigation(showKit: boolean): readonly NavGroup[] {
  const t = useTranslations("shell");
  const trpc = useTRPC();
  const { permissions } = useMe();
  const figures = useQuery(
    trpc.admin.overview.queryOptions(undefined, { refetchInterval: POLL_MS }),
  ).data;
  const pending = figures?.galleries.PENDING ?? 0;
  const deadLetters = figures?.deadLetters ?? 0;
  const maySupport = permissions.includes("support:read");
  const cases =
    useQuery(
      trpc.admin.support.list.queryOptions(
        { limit: 1 },
        { enabled: maySupport, refetchInterval: POLL_MS },
      ),
    ).data?.counts.open ?? 0;
  const mayDispute = permissions.includes("dispute:read");
  const disputes =
    useQuery(
      trpc.admin.disputes.list.queryOptions(
        { limit: 1, open: true },
        { enabled: mayDispute, refetchInterval: POLL_MS },
      ),
    ).data?.openCount ?? 0;
  const allowed = (items: readonly Destination[]) =>
    items.filter(({ permission }) => permission === undefined || permissions.includes(permission));
  const groups: NavGroup[] = [
    {
      id: "main",
      items: allowed([
        {
          id: "overview",
          label: t("overview"),
          href: "/",
          icon: <Gauge aria-hidden="true" />,
          permission: "overview:read",
        },
        {
          id: "registrations",
          label: t("registrations"),
          href: "/kayitlar",
          icon: <ClipboardCheck aria-hidden="true" />,
          count: pending,
          countLabel: t("pendingCount", { count: pending }),
          permission: "gallery:list",
        },
        {
          id: "galleries",
          label: t("galleries"),
          href: "/galeriler",
          icon: <Building2 aria-hidden="true" />,
          permission: "gallery:list",
        },
        {
          id: "reports",
          label: t("reports"),
          href: "/raporlar",
          icon: <ChartColumn aria-hidden="true" />,
          permission: "report:read",
        },
        {
          id: "support",
          label: t("support"),
          href: "/destek",
          icon: <LifeBuoy aria-hidden="true" />,
          count: cases,
          countLabel: t("supportCount", { count: cases }),
          permission: "support:read",
        },
        {
          id: "disputes",
          label: t("disputes"),
          href: "/anlasmazliklar",
          icon: <Scale aria-hidden="true" />,
          count: disputes,
          countLabel: t("disputeCount", { count: disputes }),
          permission: "dispute:read",
        },
      ]),
    },
    {
      id: "operations",
      label: t("operations"),
      items: allowed([
        {
          id: "queues",
          label: t("queues"),
          href: "/kuyruk",
          icon: <ListTree aria-hidden="true" />,
          count: deadLetters,
          countLabel: t("deadLetterCount", { count: deadLetters }),
          permission: "queue:read",
        },
        {
          id: "messages",
          label: t("messages"),
          href: "/iletiler",
          icon: <MessageSquareText aria-hidden="true" />,
          permission: "message:read",
        },
        {
          id: "audit",
          label: t("audit"),
          href: "/denetim",
          icon: <ScrollText aria-hidden="true" />,
          permission: "audit:read",
        },
        {
          id: "kvkk",
          label: t("kvkk"),
          href: "/kvkk",
          icon: <FileLock2 aria-hidden="true" />,
          permission: "kvkk:read",
        },
        {
          id: "staff",
          label: t("staff"),
          href: "/kullanicilar",
          icon: <UsersRound aria-hidden="true" />,
          permission: "user:manage",
        },
        ...(showKit
          ? [
              {
                id: "kit",
                label: t("kit"),
                href: "/kit",
                icon: <LayoutGrid aria-hidden="true" />,
              },
            ]
          : []),
      ]),
    },
  ];
  const own: NavGroup = {
    id: "own",
    items: [
      {
        id: "account",
        label: t("account"),
        href: "/hesap",
        icon: <ShieldCheck aria-hidden="true" />,
      },
    ],
  };
  return [...groups, own].filter(({ items }) => items.length > 0);
}
