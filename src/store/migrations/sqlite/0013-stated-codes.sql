-- SPDX-License-Identifier: GPL-3.0-or-later
-- Codes as sources state them: of the area above, of what an instrument measures.
-- least: 13
ALTER TABLE area ADD COLUMN parent_code TEXT;
CREATE INDEX area_by_parent_code ON area (parent_code, code, id);
ALTER TABLE area_history ADD COLUMN parent_code TEXT;
ALTER TABLE product_category ADD COLUMN quantity_code TEXT;
CREATE INDEX product_category_by_quantity_code ON product_category (quantity_code, code, id);
ALTER TABLE product_category_history ADD COLUMN quantity_code TEXT;
