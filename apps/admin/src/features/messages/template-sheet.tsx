"use client";

import { LOCALES } from "@oto/domain";
import { RadioGroup, Sheet, Skeleton } from "@oto/ui";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "../../trpc";
import { QueryError } from "../form/query-error";
import type { TemplateKey, TemplateSummary } from "./message-views";
import { TemplateEditor } from "./template-editor";

interface TemplateSheetProps {
  template: TemplateSummary | null;
  onClose: () => void;
}

/** The texts of one kind, by channel and language. */
export function TemplateSheet({ onClose, template }: TemplateSheetProps) {
  const common = useTranslations("common");
  const t = useTranslations("messages");
  const [latest, setLatest] = useState(template);
  if (template !== null && template !== latest) setLatest(template);
  return (
    <Sheet
      open={template !== null}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      title={latest?.title ?? t("templates")}
      closeLabel={common("close")}
      size="lg"
    >
      {latest === null ? null : <TemplateOf key={latest.name} template={latest} />}
    </Sheet>
  );
}

function TemplateOf({ template }: { template: TemplateSummary }) {
  const t = useTranslations("messages");
  const trpc = useTRPC();
  const [channel, setChannel] = useState(template.channels[0] ?? "app");
  const [locale, setLocale] = useState<TemplateKey["locale"]>("tr");
  const key = { name: template.name, channel, locale };
  const { data, error, refetch } = useQuery(trpc.admin.messages.template.queryOptions(key));
  return (
    <div className="flex flex-col gap-5">
      <div className="flex flex-wrap gap-3">
        <RadioGroup
          label={t("channel")}
          variant="segments"
          value={channel}
          onValueChange={setChannel}
          options={template.channels.map((value) => ({ value, label: t(`channels.${value}`) }))}
        />
        <RadioGroup
          label={t("language")}
          variant="segments"
          value={locale}
          onValueChange={setLocale}
          options={LOCALES.map((value) => ({ value, label: t(`locales.${value}`) }))}
        />
      </div>
      {error !== null && data === undefined ? (
        <QueryError error={error} onRetry={() => void refetch()} />
      ) : null}
      {data === undefined ? (
        <Skeleton className="h-80 w-full" />
      ) : (
        <TemplateEditor
          key={`${data.name} ${data.channel} ${data.locale} ${data.version}`}
          template={data}
        />
      )}
    </div>
  );
}
