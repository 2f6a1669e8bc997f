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
  const [draft, setDraft] = useState<Partial<SearchDraft> | null>(null);
  if (!mayFollow) return null;

  // Until somebody writes one, the name follows what is understood of the search.
  const rest = search.query.data?.pages[0]?.rest ?? "";
  const said = [...search.understood, ...active].map(({ label }) => label);
  const suggested = [...said, rest].filter((part) => part !== "").join(" · ");
  const name = draft?.name ?? suggested.slice(0, LONGEST_NAME).trim();
  const alert = draft?.alert ?? "INSTANT";
  const save = () => {
    const given = name.trim();
    create.mutate(
      {
        ...(given === "" ? {} : { name: given }),
        q: wordsOf(search.state),
        filters: filtersOf(search.state),
        alert,
      },
      { onSuccess: () => setDraft(null) },
    );
  };
  return (
    <>
      <Button
        variant="secondary"
        icon={<BellPlus aria-hidden="true" />}
        onClick={() => setDraft({})}
      >
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
        {draft === null ? null : (
          <SearchFields
            draft={{ name, alert }}
            onChange={(next) =>
              setDraft(next.name === name ? { ...draft, alert: next.alert } : next)
            }
          />
        )}
      </Sheet>
    </>
  );
}
