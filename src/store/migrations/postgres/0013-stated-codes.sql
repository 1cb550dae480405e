-- SPDX-License-Identifier: GPL-3.0-or-later
-- Codes as sources state them: of the area above, of what an instrument measures.
-- least: 13
ALTER TABLE area ADD COLUMN parent_code TEXT COLLATE "C";
COMMENT ON COLUMN area.parent_code IS 'The code of the area that holds it, as the source gives it.';
CREATE INDEX area_by_parent_code ON area (parent_code, code, id);
ALTER TABLE area_history ADD COLUMN parent_code TEXT COLLATE "C";
ALTER TABLE product_category ADD COLUMN quantity_code TEXT COLLATE "C";
COMMENT ON COLUMN product_category.quantity_code IS 'The kind''s code in Zhun''s own table, where it has one.';
CREATE INDEX product_category_by_quantity_code ON product_category (quantity_code, code, id);
ALTER TABLE product_category_history ADD COLUMN quantity_code TEXT COLLATE "C";
