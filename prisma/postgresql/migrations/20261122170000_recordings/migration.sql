-- CreateTable
CREATE TABLE "recording" (
    "attempt_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "start_ms" INTEGER NOT NULL,
    "duration_ms" INTEGER NOT NULL,
    "type" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "whole" BOOLEAN NOT NULL DEFAULT false,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "recording_pkey" PRIMARY KEY ("attempt_id","id")
);

-- CreateTable
CREATE TABLE "recording_part" (
    "attempt_id" TEXT NOT NULL,
    "recording_id" TEXT NOT NULL,
    "n" INTEGER NOT NULL,
    "body" BYTEA NOT NULL,

    CONSTRAINT "recording_part_pkey" PRIMARY KEY ("attempt_id","recording_id","n")
);

-- AddForeignKey
ALTER TABLE "recording" ADD CONSTRAINT "recording_attempt_id_fkey" FOREIGN KEY ("attempt_id") REFERENCES "attempt"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recording_part" ADD CONSTRAINT "recording_part_attempt_id_recording_id_fkey" FOREIGN KEY ("attempt_id", "recording_id") REFERENCES "recording"("attempt_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
