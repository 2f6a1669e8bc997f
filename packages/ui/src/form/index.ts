export { Field, type FieldProps } from "./field";
export { useFieldControl, useFieldLabelId } from "./field-context";
export { Input, type InputProps } from "./input";
export { Label } from "./label";
export { MoneyInput } from "./money-input";
export { NumberInput, type NumberInputProps } from "./number-input";
export { type Option, Select, type SelectProps } from "./select";
export { Textarea } from "./textarea";
