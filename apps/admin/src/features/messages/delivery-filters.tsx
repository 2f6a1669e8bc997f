"use client";

import { DELIVERY_STATES, MESSAGE_CHANNELS } from "@oto/domain";
import { Field, Select } from "@oto/ui";
import { useTranslations } from "next-intl";
import { parseAsInteger, parseAsStringLiteral, useQueryStates } from "nuqs";

const DAYS = [1, 7, 30, 90] as const;
const ALL = "all";

/** What of the log is shown, kept in the address. */
export function useDeliveryFilters() {
  const [values, set] = useQueryStates({
    durum: parseAsStringLiteral(DELIVERY_STATES),
    kanal: parseAsStringLiteral(MESSAGE_CHANNELS),
    gun: parseAsInteger.withDefault(7),
  });
  const days = DAYS.find((known) => known === values.gun) ?? 7;
  const input = {
    days,
    ...(values.durum ? { state: values.durum } : {}),
    ...(values.kanal ? { channel: values.kanal } : {}),
  };
  return { input, set, ...values, days };
}

/** Narrows the log by state, channel and time. */
export function DeliveryFilters({ filters }: { filters: ReturnType<typeof useDeliveryFilters> }) {
  const t = useTranslations("messages");
  const { days, durum, kanal, set } = filters;
  const all = { value: ALL, label: t("all") } as const;
  return (
    <div className="grid grid-cols-2 gap-3 px-5 pb-4 sm:grid-cols-3">
      <Field label={t("state")}>
        <Select
          options={[
            all,
            ...DELIVERY_STATES.map((value) => ({ value, label: t(`states.${value}`) })),
          ]}
          value={durum ?? ALL}
          onValueChange={(next) => void set({ durum: next === ALL ? null : next })}
        />
      </Field>
      <Field label={t("channel")}>
        <Select
          options={[
            all,
            ...MESSAGE_CHANNELS.map((value) => ({ value, label: t(`channels.${value}`) })),
          ]}
          value={kanal ?? ALL}
          onValueChange={(next) => void set({ kanal: next === ALL ? null : next })}
        />
      </Field>
      <Field label={t("period")}>
        <Select
          options={DAYS.map((count) => ({ value: String(count), label: t("days", { count }) }))}
          value={String(days)}
          onValueChange={(next) => void set({ gun: Number(next) })}
        />
      </Field>
    </div>
  );
}
