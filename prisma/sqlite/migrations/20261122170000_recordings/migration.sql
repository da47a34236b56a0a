-- CreateTable
CREATE TABLE "recording" (
    "attempt_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "start_ms" INTEGER NOT NULL,
    "duration_ms" INTEGER NOT NULL,
    "type" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "whole" BOOLEAN NOT NULL DEFAULT false,
    "at" DATETIME NOT NULL,

    PRIMARY KEY ("attempt_id", "id"),
    CONSTRAINT "recording_attempt_id_fkey" FOREIGN KEY ("attempt_id") REFERENCES "attempt" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "recording_part" (
    "attempt_id" TEXT NOT NULL,
    "recording_id" TEXT NOT NULL,
    "n" INTEGER NOT NULL,
    "body" BLOB NOT NULL,

    PRIMARY KEY ("attempt_id", "recording_id", "n"),
    CONSTRAINT "recording_part_attempt_id_recording_id_fkey" FOREIGN KEY ("attempt_id", "recording_id") REFERENCES "recording" ("attempt_id", "id") ON DELETE CASCADE ON UPDATE CASCADE
);
