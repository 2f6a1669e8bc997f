"use client";

import type { PlatformRole } from "@oto/domain";
import { PLATFORM_ROLES } from "@oto/domain";
import { errorData } from "@oto/trpc/client";
import { Button, Callout, Dialog, Field, Input, Select, toast } from "@oto/ui";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { UserPlus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "../../trpc";
import { useErrorText } from "../form/use-error-text";

const EMPTY = { firstName: "", lastName: "", email: "" };
const NAMES = { firstName: "given-name", lastName: "family-name", email: "email" } as const;

/** A new colleague: they get a link to choose a password. */
export function NewPlatformUser() {
  const t = useTranslations("staff");
  const domain = useTranslations("domain");
  const trpc = useTRPC();
  const client = useQueryClient();
  const errorText = useErrorText();
  const [open, setOpen] = useState(false);
  const [values, setValues] = useState(EMPTY);
  const [role, setRole] = useState<PlatformRole>("SUPPORT");
  const create = useMutation(
    trpc.admin.users.create.mutationOptions({
      onSuccess: () => {
        toast.success(t("created"));
        setOpen(false);
        setValues(EMPTY);
      },
      onSettled: () => void client.invalidateQueries(trpc.admin.users.list.queryFilter()),
    }),
  );
  const fields = errorData(create.error)?.fields ?? {};
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button>
          <UserPlus aria-hidden="true" />
          {t("add")}
        </Button>
      }
      title={t("addTitle")}
      description={t("addText")}
      closeLabel={t("cancel")}
      size="sm"
    >
      <form
        noValidate
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          create.mutate({ ...values, role });
        }}
      >
        {create.error !== null && Object.keys(fields).length === 0 ? (
          <Callout tone="danger" role="alert">
            {errorText(create.error)}
          </Callout>
        ) : null}
        {(["firstName", "lastName", "email"] as const).map((name) => (
          <Field key={name} label={t(name)} error={fields[name]?.join(" ")} required>
            <Input
              autoComplete={NAMES[name]}
              type={name === "email" ? "email" : "text"}
              value={values[name]}
              onChange={(event) => setValues((known) => ({ ...known, [name]: event.target.value }))}
            />
          </Field>
        ))}
        <Field label={t("role")} required>
          <Select
            options={PLATFORM_ROLES.map((value) => ({
              value,
              label: domain(`platformRole.${value}`),
            }))}
            value={role}
            onValueChange={(value) =>
              setRole(PLATFORM_ROLES.find((known) => known === value) ?? "SUPPORT")
            }
          />
        </Field>
        <Button type="submit" loading={create.isPending}>
          {t("add")}
        </Button>
      </form>
    </Dialog>
  );
}
