"use client";

import { Button, Sheet } from "@oto/ui";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { SavedSearch } from "../market/market-views";
import { SearchFields } from "./search-fields";
import type { useSearchMoves } from "./use-search-moves";

interface RenameSearchProps {
  saved: SavedSearch;
  update: ReturnType<typeof useSearchMoves>["update"];
  onClose: () => void;
}

/** Another name, another rhythm of alerts. */
export function RenameSearch({ saved, update, onClose }: RenameSearchProps) {
  const t = useTranslations("searches");
  const common = useTranslations("common");
  const [draft, setDraft] = useState({ name: saved.name, alert: saved.alert });
  const name = draft.name.trim();
  return (
    <Sheet
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      title={t("renameTitle")}
      closeLabel={common("close")}
      footer={
        <>
          <Button variant="secondary" onClick={onClose}>
            {common("cancel")}
          </Button>
          <Button
            disabled={name === ""}
            onClick={() => {
              update.mutate({ savedSearchId: saved.savedSearchId, name, alert: draft.alert });
              onClose();
            }}
          >
            {common("save")}
          </Button>
        </>
      }
    >
      <SearchFields draft={draft} onChange={setDraft} />
    </Sheet>
  );
}
