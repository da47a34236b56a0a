-- AlterTable
ALTER TABLE "score" ADD COLUMN "imported" BOOLEAN NOT NULL DEFAULT false;
