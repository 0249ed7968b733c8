-- How a talk ended and was signed, what was corrected when its minutes were read aloud, who keeps a promise, and the paper that came of it.

ALTER TABLE "talk" ADD COLUMN "ended" TEXT;
ALTER TABLE "talk" ADD COLUMN "read_aloud" INTEGER CHECK ("read_aloud" IN (0, 1));
ALTER TABLE "talk" ADD COLUMN "signing" TEXT CHECK ("signing" IN ('paper', 'screen', 'refused'));
ALTER TABLE "talk" ADD COLUMN "refusal" TEXT;
ALTER TABLE "talk" ADD COLUMN "witness" TEXT;
ALTER TABLE "talk" ADD COLUMN "signed_copy_id" TEXT REFERENCES "evidence" (id) DEFERRABLE INITIALLY DEFERRED;
CREATE INDEX "talk_signed_copy_id" ON "talk" ("signed_copy_id");

ALTER TABLE "talk_entry" ADD COLUMN "keeper" TEXT;
ALTER TABLE "talk_entry" ADD COLUMN "original" TEXT;

ALTER TABLE "document_issued" ADD COLUMN "talk_id" TEXT REFERENCES "talk" (id) DEFERRABLE INITIALLY DEFERRED;
CREATE INDEX "document_issued_talk_id" ON "document_issued" ("talk_id");
