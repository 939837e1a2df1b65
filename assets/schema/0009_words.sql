-- Words that are spelt right for a client although no dictionary knows them, one to a line: its dishes, its people, its town.
ALTER TABLE client ADD COLUMN words TEXT NOT NULL DEFAULT '';
