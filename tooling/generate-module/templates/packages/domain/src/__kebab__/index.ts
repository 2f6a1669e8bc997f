export * from "./__kebab__-fields";
