"use client";

import { Button, Chip, Field, Input, Select } from "@oto/ui";
import { useTranslations } from "next-intl";
import type { AuditEntry } from "./audit-entry";
import type { AuditFilters } from "./use-audit-filters";
import { KINDS } from "./use-audit-filters";

const ALL = "ALL";

interface AuditFilterBarProps {
  state: AuditFilters;
  /** What is listed now: names of the people and galleries it is narrowed to. */
  rows: readonly AuditEntry[];
}

/** Narrows the trail: kind, days, and what was picked from an entry. */
export function AuditFilterBar({ state, rows }: AuditFilterBarProps) {
  const t = useTranslations("audit");
  const { filters, setFilters } = state;
  const short = (id: string) => id.slice(-8);
  const person = rows.find(({ actorId }) => actorId === filters.kisi)?.actorName;
  const gallery = rows.find(({ galleryId }) => galleryId === filters.galeri)?.galleryName;
  const picked = [
    {
      key: "kisi",
      on: filters.kisi,
      text: t("byActor", { name: person ?? short(filters.kisi ?? "") }),
    },
    {
      key: "galeri",
      on: filters.galeri,
      text: t("byGallery", { name: gallery ?? short(filters.galeri ?? "") }),
    },
    { key: "kayit", on: filters.kayit, text: t("byEntity", { id: short(filters.kayit ?? "") }) },
  ].filter(({ on }) => on !== null);
  const any = Object.values(filters).some((value) => value !== null);
  return (
    <section aria-label={t("filters")} className="mb-4">
      <div className="grid grid-cols-2 items-end gap-3 sm:flex sm:flex-wrap">
        <Field label={t("kind")} className="col-span-2 sm:w-56">
          <Select
            value={filters.tur ?? ALL}
            onValueChange={(next) => void setFilters({ tur: next === ALL ? null : next })}
            options={[
              { value: ALL, label: t("allKinds") },
              ...KINDS.map((value) => ({ value, label: t(`kinds.${value}`) })),
            ]}
          />
        </Field>
        <Field label={t("from")} className="sm:w-44">
          <Input
            type="date"
            value={filters.bas ?? ""}
            max={filters.bit ?? undefined}
            onChange={(event) => void setFilters({ bas: event.target.value || null })}
          />
        </Field>
        <Field label={t("to")} className="sm:w-44">
          <Input
            type="date"
            value={filters.bit ?? ""}
            min={filters.bas ?? undefined}
            onChange={(event) => void setFilters({ bit: event.target.value || null })}
          />
        </Field>
        {any ? (
          <Button variant="ghost" onClick={() => void setFilters(null)}>
            {t("clearAll")}
          </Button>
        ) : null}
      </div>
      {picked.length === 0 ? null : (
        <div className="mt-3 flex flex-wrap gap-2">
          {picked.map(({ key, text }) => (
            <Chip
              key={key}
              selected
              removeLabel={t("remove", { filter: text })}
              onRemove={() => void setFilters({ [key]: null })}
            >
              {text}
            </Chip>
          ))}
        </div>
      )}
    </section>
  );
}
