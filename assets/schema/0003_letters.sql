-- The letter of a packet is used once per client for good: the client may have read it, whatever became of the packet since.
-- What was shown stays on record even when she takes the packet back, so that is where the letter is remembered.
ALTER TABLE shown ADD COLUMN client INTEGER NOT NULL DEFAULT 0;
ALTER TABLE shown ADD COLUMN code TEXT NOT NULL DEFAULT ''; -- letter of the packet it was shown in
CREATE INDEX shown_of_client ON shown (client, id);
-- Foreign keys look for children among the buried too, so their indexes must know them all.
CREATE INDEX packet_of_client ON packet (client);
CREATE INDEX packet_item_of_packet ON packet_item (packet, number);
