export { toast } from "sonner";
export { ConfirmDialog } from "./confirm-dialog";
export { Dialog, type DialogProps } from "./dialog";
export { DropdownMenu, type MenuItem } from "./dropdown-menu";
export { Popover } from "./popover";
export { Sheet } from "./sheet";
export { Toaster } from "./toaster";
export { Tooltip } from "./tooltip";
