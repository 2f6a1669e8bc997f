-- A sole trader's tax number is a national id: sealed here, while `tax_number` holds its blind index.
ALTER TABLE gallery ADD COLUMN tax_number_cipher TEXT;
