"use client";

import { Button, Sheet } from "@oto/ui";
import { BellPlus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { filtersOf, wordsOf } from "../market/market-params";
import type { useActiveFilters } from "../market/use-active-filters";
import type { MarketSearch } from "../market/use-market-search";
import { usePermission } from "../session/session-provider";
import type { SearchDraft } from "./search-fields";
import { SearchFields } from "./search-fields";
import { useSearchMoves } from "./use-search-moves";

const LONGEST_NAME = 80;

interface SaveSearchProps {
  search: MarketSearch;
  active: ReturnType<typeof useActiveFilters>;
}

/** Keeps the search that is on the screen. */
export function SaveSearch({ search, active }: SaveSearchProps) {
  const t = useTranslations("searches");
  const common = useTranslations("common");
  const mayFollow = usePermission("marketplace:follow");
  const { create } = useSearchMoves();
  const [draft, setDraft] = useState<SearchDraft | null>(null);
  if (!mayFollow) return null;

  const open = () => {
    const rest = search.query.data?.pages[0]?.rest ?? "";
    const said = [...search.understood, ...active].map(({ label }) => label);
    const name = [...said, ...(rest === "" ? [] : [rest])].join(" · ").slice(0, LONGEST_NAME);
    setDraft({ name: name.trim(), alert: "INSTANT" });
  };
  const save = () => {
    if (draft === null) return;
    const name = draft.name.trim();
    create.mutate(
      {
        ...(name === "" ? {} : { name }),
        q: wordsOf(search.state),
        filters: filtersOf(search.state),
        alert: draft.alert,
      },
      { onSuccess: () => setDraft(null) },
    );
  };
  return (
    <>
      <Button variant="secondary" icon={<BellPlus aria-hidden="true" />} onClick={open}>
        {t("save")}
      </Button>
      <Sheet
        open={draft !== null}
        onOpenChange={(next) => {
          if (!next) setDraft(null);
        }}
        title={t("saveTitle")}
        description={t("saveText")}
        closeLabel={common("close")}
        footer={
          <>
            <Button variant="secondary" onClick={() => setDraft(null)}>
              {common("cancel")}
            </Button>
            <Button loading={create.isPending} onClick={save}>
              {common("save")}
            </Button>
          </>
        }
      >
        {draft === null ? null : <SearchFields draft={draft} onChange={setDraft} />}
      </Sheet>
    </>
  );
}
