"use client";

import { useState } from "react";
import { Checkbox } from "../form/checkbox";
import { CheckboxList } from "../form/checkbox-list";
import { Combobox } from "../form/combobox";
import { Field } from "../form/field";
import { PeriodPicker } from "../form/period-picker";
import { RadioGroup } from "../form/radio-group";
import { RangeSlider } from "../form/range-slider";
import { Select } from "../form/select";
import { Switch } from "../form/switch";
import { formatMoney } from "../foundation/number-format";
import { KitSection } from "./kit-section";

const MAKES = ["Alfa Romeo", "Citroën", "Dacia", "Škoda", "TOGG", "Volkswagen"].map((label) => ({
  value: label,
  label,
}));
const FUELS = [
  { value: "GASOLINE", label: "Gasoline" },
  { value: "DIESEL", label: "Diesel", hint: "Most of the stock" },
  { value: "LPG", label: "LPG", disabled: true },
];
const COMBO = {
  placeholder: "Pick a make",
  search: "Search makes",
  empty: "No such make",
  loading: "Loading",
  clear: "Clear",
};

export function ChoiceSection() {
  const [fuel, setFuel] = useState<string | null>("DIESEL");
  const [make, setMake] = useState<string | null>("TOGG");
  const [tax, setTax] = useState("VKN");
  const [terms, setTerms] = useState(false);
  const [live, setLive] = useState(true);
  const [price, setPrice] = useState<[number, number]>([600_000, 1_400_000]);
  const [preset, setPreset] = useState<string | null>("week");
  const [picked, setPicked] = useState<string[]>(["DIESEL"]);
  const money = (lira: number) => formatMoney({ amount: lira * 100, currency: "TRY" }, "tr-TR");
  return (
    <KitSection id="choices" title="Choices">
      <div className="grid gap-6 sm:grid-cols-2 lg:grid-cols-3">
        <Field label="Fuel">
          <Select options={FUELS} value={fuel} onValueChange={setFuel} />
        </Field>
        <Field label="Empty" error="Choose one">
          <Select options={FUELS} value={null} onValueChange={setFuel} placeholder="Choose" />
        </Field>
        <Field label="Make">
          <Combobox options={MAKES} value={make} onValueChange={setMake} labels={COMBO} clearable />
        </Field>
        <Field label="Series">
          <Combobox options={[]} value={null} onValueChange={setMake} labels={COMBO} loading />
        </Field>
        <Field label="Disabled">
          <Combobox options={[]} value={null} onValueChange={setMake} labels={COMBO} disabled />
        </Field>
        <Field label="Tax number of" group>
          <RadioGroup
            variant="segments"
            options={[
              { value: "VKN", label: "Company" },
              { value: "TCKN", label: "Person" },
            ]}
            value={tax}
            onValueChange={setTax}
          />
        </Field>
        <Field label="Who is it for?" group>
          <RadioGroup
            variant="cards"
            options={[
              { value: "VKN", label: "Everybody", description: "Dealers and the public site" },
              { value: "TCKN", label: "Dealers only", description: "Members of the platform" },
            ]}
            value={tax}
            onValueChange={setTax}
          />
        </Field>
        <div>
          <Checkbox
            label="I accept the terms"
            description="You can read them first"
            checked={terms}
            onCheckedChange={setTerms}
          />
          <Checkbox
            label="Required and missing"
            error="This one is needed"
            checked={false}
            onCheckedChange={setTerms}
          />
          <Checkbox label="Some of them" checked="indeterminate" onCheckedChange={setTerms} />
          <Checkbox label="Disabled" checked disabled onCheckedChange={setTerms} />
        </div>
        <div>
          <Switch
            label="Show on the public site"
            description="At once"
            checked={live}
            onCheckedChange={setLive}
          />
          <Switch label="Off" checked={false} onCheckedChange={() => undefined} />
          <Switch label="Disabled" checked disabled onCheckedChange={() => undefined} />
        </div>
        <Field label="Price" group>
          <RangeSlider
            min={0}
            max={3_000_000}
            step={10_000}
            value={price}
            onValueChange={setPrice}
            labels={["Lowest price", "Highest price"]}
            format={money}
            bars={[1, 3, 7, 12, 15, 11, 8, 6, 4, 3, 1, 0, 1]}
          />
        </Field>
        <PeriodPicker
          presets={[
            { id: "week", label: "Last 7 days" },
            { id: "month", label: "This month" },
          ]}
          preset={preset}
          value={{ from: "2026-11-01", to: "2026-11-28" }}
          onPreset={setPreset}
          onDays={() => setPreset(null)}
          labels={{
            group: "Period",
            custom: "Pick dates",
            from: "From",
            to: "To",
            apply: "Apply",
            wrong: "The end cannot lie before the beginning.",
          }}
        />
        <Field label="Fuels" group>
          <CheckboxList
            options={FUELS.map((option) => ({ ...option, trailing: option.label.length * 7 }))}
            value={picked}
            onValueChange={setPicked}
          />
        </Field>
      </div>
    </KitSection>
  );
}
