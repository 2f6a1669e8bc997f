"use client";

import { Button, Dialog, Field, PasswordInput, toast } from "@oto/ui";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "../../trpc";
import { useErrorText } from "../form/use-error-text";

/** Gives the gallery to a colleague, against the password. */
export function HandOverDialog({ userId, name }: { userId: string; name: string }) {
  const t = useTranslations("team");
  const { staff } = useTRPC();
  const queries = useQueryClient();
  const router = useRouter();
  const errorText = useErrorText();
  const [open, setOpen] = useState(false);
  const [password, setPassword] = useState("");
  const handOver = useMutation(
    staff.handOver.mutationOptions({
      onSuccess: async () => {
        toast.success(t("handedOver", { name }));
        setOpen(false);
        await queries.invalidateQueries(staff.list.queryFilter());
        router.refresh();
      },
    }),
  );
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button size="sm" variant="secondary" aria-label={t("handOverTo", { name })}>
          {t("handOver")}
        </Button>
      }
      title={t("handOverTitle", { name })}
      description={t("handOverText")}
      closeLabel={t("cancel")}
      size="sm"
    >
      <form
        noValidate
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          handOver.mutate({ userId, password });
        }}
      >
        <Field
          label={t("password")}
          error={handOver.error === null ? undefined : errorText(handOver.error)}
          required
        >
          <PasswordInput
            autoComplete="current-password"
            value={password}
            onChange={(event) => setPassword(event.target.value)}
            showLabel={t("show")}
            hideLabel={t("hide")}
          />
        </Field>
        <Button
          type="submit"
          variant="danger"
          loading={handOver.isPending}
          disabled={password === ""}
        >
          {t("handOver")}
        </Button>
      </form>
    </Dialog>
  );
}
