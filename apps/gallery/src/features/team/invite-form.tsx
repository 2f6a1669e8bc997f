"use client";

import { errorData } from "@oto/trpc/client";
import { Button, Card, Field, Input, Select, toast } from "@oto/ui";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "../../trpc";
import { useErrorText } from "../form/use-error-text";
import { toGivenRole, useRoleOptions } from "./use-roles";

/** A phone or an address, and what the person will be. */
export function InviteForm() {
  const t = useTranslations("team");
  const { staff } = useTRPC();
  const queries = useQueryClient();
  const errorText = useErrorText();
  const [to, setTo] = useState("");
  const [role, setRole] = useState<ReturnType<typeof toGivenRole>>("SALES");
  const invite = useMutation(
    staff.invite.mutationOptions({
      onSuccess: () => {
        toast.success(t("invited"));
        setTo("");
      },
      onSettled: () => queries.invalidateQueries(staff.list.queryFilter()),
    }),
  );
  const fields = errorData(invite.error)?.fields;
  const problem =
    invite.error === null
      ? undefined
      : ((fields?.phone ?? fields?.email)?.join(" ") ?? errorText(invite.error));
  return (
    <Card title={t("inviteTitle")} description={t("inviteText")}>
      <form
        noValidate
        className="grid items-start gap-4 sm:grid-cols-[minmax(0,1fr)_12rem_auto]"
        onSubmit={(event) => {
          event.preventDefault();
          invite.mutate({ role, ...(to.includes("@") ? { email: to } : { phone: to }) });
        }}
      >
        <Field label={t("to")} hint={t("toHint")} error={problem} required>
          <Input
            autoCapitalize="none"
            spellCheck={false}
            value={to}
            onChange={(event) => setTo(event.target.value)}
          />
        </Field>
        <Field label={t("role")} required>
          <Select
            options={useRoleOptions()}
            value={role}
            onValueChange={(value) => setRole(toGivenRole(value))}
          />
        </Field>
        <Button
          type="submit"
          className="sm:mt-7"
          loading={invite.isPending}
          disabled={to.trim() === ""}
        >
          {t("invite")}
        </Button>
      </form>
    </Card>
  );
}
