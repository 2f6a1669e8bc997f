"use client";

import { Monitor, Moon, Sun } from "lucide-react";
import { useTheme } from "next-themes";
import { IconButton } from "../button/icon-button";
import { DropdownMenu } from "../overlay/dropdown-menu";

interface ThemeToggleProps {
  labels: { toggle: string; light: string; dark: string; system: string };
}

/** Light, dark, or as the system has it. */
export function ThemeToggle({ labels }: ThemeToggleProps) {
  const { setTheme } = useTheme();
  return (
    <DropdownMenu
      trigger={
        <IconButton
          label={labels.toggle}
          icon={
            <>
              <Sun aria-hidden="true" className="size-5 dark:hidden" />
              <Moon aria-hidden="true" className="hidden size-5 dark:block" />
            </>
          }
        />
      }
      items={[
        {
          id: "light",
          label: labels.light,
          icon: <Sun aria-hidden="true" />,
          onSelect: () => setTheme("light"),
        },
        {
          id: "dark",
          label: labels.dark,
          icon: <Moon aria-hidden="true" />,
          onSelect: () => setTheme("dark"),
        },
        {
          id: "system",
          label: labels.system,
          icon: <Monitor aria-hidden="true" />,
          onSelect: () => setTheme("system"),
        },
      ]}
    />
  );
}
