"use client";

import { Search } from "lucide-react";
import { useState } from "react";
import { Field } from "../form/field";
import { Input } from "../form/input";
import { MoneyInput } from "../form/money-input";
import { NumberInput } from "../form/number-input";
import { OtpInput } from "../form/otp-input";
import { PasswordInput } from "../form/password-input";
import { Textarea } from "../form/textarea";
import type { MoneyLike } from "../foundation/number-format";
import { KitSection } from "./kit-section";

type Currency = "TRY" | "EUR" | "USD";

const STRENGTH = ["Very weak", "Weak", "Fair", "Good", "Strong"] as const;

export function TextControlSection() {
  const [km, setKm] = useState<number | null>(84_500);
  const [price, setPrice] = useState<MoneyLike<Currency> | null>({
    amount: 124_500_000,
    currency: "TRY",
  });
  const [otp, setOtp] = useState("482");
  const [password, setPassword] = useState("Kontak-20");
  const score = Math.min(4, Math.floor(password.length / 3)) as 0 | 1 | 2 | 3 | 4;
  return (
    <KitSection id="text-controls" title="Text controls">
      <div className="grid gap-5 sm:grid-cols-2 lg:grid-cols-3">
        <Field label="Gallery name" required hint="As on the trade register">
          <Input placeholder="Yılmaz Otomotiv" />
        </Field>
        <Field label="E-mail" error="Write an address like ad@firma.com">
          <Input defaultValue="ad@firma" type="email" />
        </Field>
        <Field label="Search" hideLabel>
          <Input type="search" placeholder="Search" leading={<Search aria-hidden="true" />} />
        </Field>
        <Field label="Disabled" note="filled for you">
          <Input disabled defaultValue="Volkswagen" />
        </Field>
        <Field label="Mileage">
          <NumberInput value={km} onValueChange={setKm} unit="km" />
        </Field>
        <Field label="Price" hint={price === null ? "No price" : `${price.amount} minor units`}>
          <MoneyInput
            value={price}
            onValueChange={setPrice}
            currency="TRY"
            currencies={["TRY", "EUR", "USD"]}
            currencyLabel="Currency"
          />
        </Field>
        <Field label="Code from the SMS" group hint="6 digits">
          <OtpInput value={otp} onValueChange={setOtp} />
        </Field>
        <Field label="Wrong code" group error="That is not the code. 3 tries left.">
          <OtpInput value="123456" onValueChange={() => undefined} />
        </Field>
        <Field label="Password">
          <PasswordInput
            value={password}
            onChange={(event) => setPassword(event.target.value)}
            showLabel="Show"
            hideLabel="Hide"
            autoComplete="new-password"
            strength={{ score, label: STRENGTH[score] }}
          />
        </Field>
        <Field label="Description" className="sm:col-span-2 lg:col-span-3">
          <Textarea placeholder="What should a buyer know?" />
        </Field>
      </div>
    </KitSection>
  );
}
