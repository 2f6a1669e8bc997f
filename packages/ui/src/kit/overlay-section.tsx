"use client";

import { Archive, Pencil, Trash2 } from "lucide-react";
import { useState } from "react";
import { Button } from "../button/button";
import { Field } from "../form/field";
import { Input } from "../form/input";
import { CommandPalette } from "../navigation/command-palette";
import { LocaleToggle } from "../navigation/locale-toggle";
import { ThemeToggle } from "../navigation/theme-toggle";
import { ConfirmDialog, Dialog, DropdownMenu, Popover, Sheet, Tooltip } from "../overlay";
import { KitRow } from "./kit-row";
import { KitSection } from "./kit-section";

export function OverlaySection() {
  const [palette, setPalette] = useState(false);
  const [locale, setLocale] = useState("tr");
  return (
    <KitSection id="overlays" title="Overlays">
      <KitRow label="Dialogs and sheets">
        <Dialog
          trigger={<Button variant="secondary">Dialog</Button>}
          title="Make an offer"
          description="2019 Volkswagen Passat 1.6 TDI"
          closeLabel="Close"
          footer={
            <>
              <Button variant="secondary">Cancel</Button>
              <Button>Send offer</Button>
            </>
          }
        >
          <Field label="Amount">
            <Input inputMode="numeric" defaultValue="1.190.000" trailing="₺" />
          </Field>
        </Dialog>
        <Sheet
          trigger={<Button variant="secondary">Sheet</Button>}
          title="Filters"
          closeLabel="Close"
          footer={<Button>Show 128 cars</Button>}
        >
          <p className="text-ink-muted">Work beside the page.</p>
        </Sheet>
        <ConfirmDialog
          trigger={<Button variant="dangerSoft">Confirm</Button>}
          title="Reject the registration?"
          description="The gallery is told why and may correct it."
          confirmLabel="Reject"
          cancelLabel="Cancel"
          tone="danger"
          onConfirm={() => undefined}
        />
        <Button variant="secondary" onClick={() => setPalette(true)}>
          Command palette
        </Button>
      </KitRow>
      <KitRow label="Menus, popovers, tooltips, toggles">
        <DropdownMenu
          trigger={<Button variant="secondary">Menu</Button>}
          heading="2019 Passat"
          align="start"
          items={[
            { id: "edit", label: "Edit", icon: <Pencil aria-hidden="true" />, href: "#overlays" },
            {
              id: "archive",
              label: "Archive",
              icon: <Archive aria-hidden="true" />,
              disabled: true,
            },
            {
              id: "remove",
              label: "Remove",
              icon: <Trash2 aria-hidden="true" />,
              tone: "danger",
              separated: true,
            },
          ]}
        />
        <Popover trigger={<Button variant="secondary">Popover</Button>} label="More about it">
          <p className="max-w-60 text-ink-muted text-sm">A small panel beside its button.</p>
        </Popover>
        <Tooltip content="A short explanation">
          <Button variant="secondary">Tooltip</Button>
        </Tooltip>
        <ThemeToggle
          labels={{ toggle: "Theme", light: "Light", dark: "Dark", system: "As the system" }}
        />
        <LocaleToggle
          locales={[
            { code: "tr", name: "Türkçe" },
            { code: "en", name: "English" },
          ]}
          current={locale}
          onChange={setLocale}
          label="Language"
        />
      </KitRow>
      <CommandPalette
        open={palette}
        onOpenChange={setPalette}
        labels={{
          title: "Commands",
          search: "Go to, find, do…",
          empty: "Nothing by that name",
          loading: "Searching",
        }}
        groups={[
          {
            id: "go",
            label: "Go to",
            items: [
              { id: "stock", label: "Stock", shortcut: ["G", "S"], onSelect: () => undefined },
              { id: "offers", label: "Offers", hint: "7 open", onSelect: () => undefined },
            ],
          },
        ]}
      />
    </KitSection>
  );
}
