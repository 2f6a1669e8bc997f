"use client";

import { formatPhone } from "@oto/domain";
import { Card, Field, Select, SpecList } from "@oto/ui";
import { useMutation } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { LOCALE_NAMES, toAppLocale } from "../../i18n/locale";
import { setLocale } from "../../i18n/set-locale";
import { useTRPC } from "../../trpc";
import { useErrorToast } from "../form/use-error-text";
import { useMe } from "../session/session-provider";
import { AppearanceToggle } from "../shell/appearance-toggle";

const LANGUAGES = LOCALE_NAMES.map(({ code, name }) => ({ value: code, label: name }));

/** The person: who they are, their language, the look of the panel. */
export function AccountSettings() {
  const t = useTranslations("settings");
  const domain = useTranslations("domain");
  const { auth } = useTRPC();
  const { user, gallery } = useMe();
  const locale = toAppLocale(useLocale());
  const showError = useErrorToast();
  const update = useMutation(auth.updatePreferences.mutationOptions({ onError: showError }));
  const changeLanguage = async (code: string) => {
    const next = toAppLocale(code);
    // Messages to the person follow; the panel changes even if that is not reached.
    await update.mutateAsync({ locale: next }).catch(() => undefined);
    await setLocale(next);
    window.location.reload();
  };
  return (
    <div className="flex flex-col gap-5">
      <Card title={t("accountTitle")}>
        <SpecList
          items={[
            { label: t("fullName"), value: `${user.firstName} ${user.lastName}` },
            { label: t("email"), value: user.email },
            { label: t("phone"), value: user.phone === null ? "—" : formatPhone(user.phone) },
            {
              label: t("role"),
              value: gallery === null ? "—" : domain(`galleryRole.${gallery.role}`),
            },
          ]}
        />
      </Card>
      <Card title={t("languageTitle")} description={t("languageText")}>
        <Field label={t("language")} className="max-w-xs">
          <Select
            options={LANGUAGES}
            value={locale}
            onValueChange={(code) => void changeLanguage(code)}
          />
        </Field>
      </Card>
      <Card title={t("themeTitle")} description={t("themeText")} actions={<AppearanceToggle />} />
    </div>
  );
}
