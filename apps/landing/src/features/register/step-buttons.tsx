"use client";

import { Button } from "@oto/ui/button";
import { ArrowLeft } from "lucide-react";
import { useTranslations } from "next-intl";

interface StepButtonsProps {
  onBack: () => void;
  submitLabel: string;
  loading?: boolean;
}

/** Back and forward at the end of a step. */
export function StepButtons({ onBack, submitLabel, loading = false }: StepButtonsProps) {
  const t = useTranslations("register");
  return (
    <div className="mt-2 flex gap-3">
      <Button
        variant="secondary"
        size="lg"
        onClick={onBack}
        disabled={loading}
        icon={<ArrowLeft aria-hidden="true" />}
      >
        {t("back")}
      </Button>
      <Button type="submit" size="lg" className="flex-1" loading={loading}>
        {submitLabel}
      </Button>
    </div>
  );
}
