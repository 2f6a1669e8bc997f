"use client";

import type { CommandGroup, NavGroup } from "@oto/ui";
import { Button, CommandPalette, Kbd } from "@oto/ui";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Building2, Search } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "../../trpc";
import { usePermission } from "../session/session-provider";
import { useSettled } from "./use-settled";

const FOUND = 8;
const SHORTEST = 2;

/** Any page and any dealership by typing, from wherever one is. */
export function QuickSearch({ nav }: { nav: readonly NavGroup[] }) {
  const t = useTranslations("shell");
  const domain = useTranslations("domain");
  const common = useTranslations("common");
  const router = useRouter();
  const trpc = useTRPC();
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState("");
  const q = useSettled(typed.trim());
  const mayList = usePermission("gallery:list");
  const enabled = open && mayList && q.length >= SHORTEST;
  const found = useQuery(
    trpc.admin.galleries.list.queryOptions(
      { q, limit: FOUND },
      { enabled, placeholderData: keepPreviousData },
    ),
  );
  const groups: CommandGroup[] = [
    {
      id: "pages",
      label: t("palettePages"),
      items: nav.flatMap(({ items }) =>
        items.map(({ id, label, icon, href }) => ({
          id,
          label,
          icon,
          onSelect: () => router.push(href),
        })),
      ),
    },
  ];
  const galleries = enabled ? (found.data?.items ?? []) : [];
  if (galleries.length > 0) {
    groups.unshift({
      id: "galleries",
      label: t("paletteGalleries"),
      items: galleries.map((gallery) => ({
        id: gallery.galleryId,
        label: gallery.name,
        hint: `${gallery.provinceName} · ${domain(`galleryStatus.${gallery.status}`)}`,
        icon: <Building2 aria-hidden="true" />,
        // The server found it; the list must not sift it out again.
        keywords: [typed],
        onSelect: () => router.push(`/kayitlar/${gallery.galleryId}`),
      })),
    });
  }
  return (
    <>
      <Button
        variant="ghost"
        icon={<Search aria-hidden="true" />}
        onClick={() => setOpen(true)}
        className="max-sm:w-11 max-sm:px-0"
      >
        <span className="max-sm:sr-only">{common("search")}</span>
        <span aria-hidden="true" className="max-sm:hidden">
          <Kbd>Ctrl K</Kbd>
        </span>
      </Button>
      <CommandPalette
        open={open}
        onOpenChange={(next) => {
          setOpen(next);
          if (!next) setTyped("");
        }}
        groups={groups}
        onSearchChange={setTyped}
        loading={enabled && found.isFetching}
        labels={{
          title: t("palette"),
          search: t("paletteSearch"),
          empty: t("paletteEmpty"),
          loading: common("loading"),
        }}
      />
    </>
  );
}
