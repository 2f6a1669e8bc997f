"use client";

import type { Feature } from "@oto/domain";
import { FEATURE_GROUPS, featuresOf } from "@oto/domain";
import { CheckboxList, Chip, foldText, Input } from "@oto/ui";
import { Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useController } from "react-hook-form";
import { useVehicleForm } from "./use-vehicle-form";

/** Equipment by groups, found by typing; what is chosen stands on top. */
export function FeaturesField() {
  const t = useTranslations("vehicleForm");
  const domain = useTranslations("domain");
  const { control } = useVehicleForm();
  const { field } = useController({ control, name: "features" });
  const [query, setQuery] = useState("");
  const wanted = foldText(query.trim());
  const nameOf = (code: Feature) => domain(`feature.${code}`);
  const groups = FEATURE_GROUPS.map((group) => ({
    group,
    codes: featuresOf(group)
      .map(({ code }) => code)
      .filter((code) => wanted === "" || foldText(nameOf(code)).includes(wanted)),
  })).filter(({ codes }) => codes.length > 0);
  const choose = (shown: readonly Feature[], chosen: readonly Feature[]) =>
    field.onChange([...field.value.filter((code) => !shown.includes(code)), ...chosen]);
  return (
    <div className="flex flex-col gap-5">
      <Input
        type="search"
        aria-label={t("featureSearch")}
        placeholder={t("featureSearch")}
        leading={<Search aria-hidden="true" />}
        value={query}
        onChange={(event) => setQuery(event.target.value)}
      />
      {field.value.length === 0 ? null : (
        <ul aria-label={t("featuresChosen")} className="flex flex-wrap gap-2">
          {field.value.map((code) => (
            <li key={code}>
              <Chip
                removeLabel={t("featureRemove", { name: nameOf(code) })}
                onRemove={() => field.onChange(field.value.filter((other) => other !== code))}
              >
                {nameOf(code)}
              </Chip>
            </li>
          ))}
        </ul>
      )}
      {groups.length === 0 ? <p className="text-ink-muted">{t("featureNone", { query })}</p> : null}
      {groups.map(({ group, codes }) => (
        <div key={group}>
          <h3 className="mb-1 font-medium text-ink-muted text-sm">
            {domain(`featureGroup.${group}`)}
          </h3>
          <CheckboxList
            label={domain(`featureGroup.${group}`)}
            columns={2}
            options={codes.map((code) => ({ value: code, label: nameOf(code) }))}
            value={field.value.filter((code) => codes.includes(code))}
            onValueChange={(chosen) => choose(codes, chosen)}
          />
        </div>
      ))}
    </div>
  );
}
