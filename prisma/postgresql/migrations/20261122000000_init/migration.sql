-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "user" (
    "id" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "password_hash" TEXT,
    "role" TEXT NOT NULL,
    "time_zone" TEXT NOT NULL,
    "epoch" INTEGER NOT NULL DEFAULT 1,
    "level" TEXT NOT NULL DEFAULT 'L6',
    "weekly_hours" INTEGER NOT NULL DEFAULT 8,
    "start_date" TEXT,
    "interview_date" TEXT,
    "extra_time_percent" INTEGER NOT NULL DEFAULT 0,
    "theme" TEXT,
    "created_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "open_id_link" (
    "issuer" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "created_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "open_id_link_pkey" PRIMARY KEY ("issuer","subject")
);

-- CreateTable
CREATE TABLE "invitation" (
    "id" TEXT NOT NULL,
    "token_hash" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMP(3) NOT NULL,
    "expires_at" TIMESTAMP(3) NOT NULL,
    "used_at" TIMESTAMP(3),

    CONSTRAINT "invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "setting" (
    "key" TEXT NOT NULL,
    "value" TEXT NOT NULL,

    CONSTRAINT "setting_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "rate_limit_hit" (
    "id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "rate_limit_hit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "pinned_drill" (
    "hash" TEXT NOT NULL,
    "json" TEXT NOT NULL,

    CONSTRAINT "pinned_drill_pkey" PRIMARY KEY ("hash")
);

-- CreateTable
CREATE TABLE "attempt" (
    "id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "drill_slug" TEXT NOT NULL,
    "mode" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "minutes" INTEGER NOT NULL,
    "extra_time_percent" INTEGER NOT NULL DEFAULT 0,
    "pinned_hash" TEXT NOT NULL,
    "started_at" TIMESTAMP(3) NOT NULL,
    "ends_at" TIMESTAMP(3),
    "handed_in_at" TIMESTAMP(3),
    "handed_in_revision_id" TEXT,
    "handed_in_by" TEXT,
    "open_key" TEXT,
    "head_id" TEXT,
    "head_seq" INTEGER NOT NULL DEFAULT 0,
    "delta_count" INTEGER NOT NULL DEFAULT 0,
    "delta_bytes" INTEGER NOT NULL DEFAULT 0,
    "checkpoint_bytes" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "attempt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "revision" (
    "attempt_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "parent_id" TEXT,
    "at" TIMESTAMP(3) NOT NULL,
    "kind" TEXT NOT NULL,
    "body" BYTEA NOT NULL,

    CONSTRAINT "revision_pkey" PRIMARY KEY ("attempt_id","id")
);

-- CreateTable
CREATE TABLE "attempt_event" (
    "id" TEXT NOT NULL,
    "attempt_id" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "kind" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "json" TEXT NOT NULL,

    CONSTRAINT "attempt_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "score" (
    "id" TEXT NOT NULL,
    "attempt_id" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "engine" TEXT NOT NULL,
    "content" TEXT NOT NULL,
    "seed" TEXT NOT NULL,
    "report" TEXT NOT NULL,

    CONSTRAINT "score_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "self_assessment" (
    "id" TEXT NOT NULL,
    "attempt_id" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "criterion_id" TEXT NOT NULL,
    "verdict" TEXT NOT NULL,
    "span" TEXT,

    CONSTRAINT "self_assessment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "late_draft" (
    "attempt_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "written_at" TIMESTAMP(3) NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "body" BYTEA NOT NULL,

    CONSTRAINT "late_draft_pkey" PRIMARY KEY ("attempt_id","id")
);

-- CreateTable
CREATE TABLE "note" (
    "id" TEXT NOT NULL,
    "attempt_id" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "text" TEXT NOT NULL,

    CONSTRAINT "note_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "lesson_progress" (
    "user_id" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "done_at" TIMESTAMP(3),
    "position" DOUBLE PRECISION NOT NULL DEFAULT 0,
    "updated_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "lesson_progress_pkey" PRIMARY KEY ("user_id","slug")
);

-- CreateIndex
CREATE UNIQUE INDEX "user_email_key" ON "user"("email");

-- CreateIndex
CREATE INDEX "open_id_link_user_id_idx" ON "open_id_link"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "invitation_token_hash_key" ON "invitation"("token_hash");

-- CreateIndex
CREATE INDEX "invitation_created_by_idx" ON "invitation"("created_by");

-- CreateIndex
CREATE INDEX "rate_limit_hit_key_at_idx" ON "rate_limit_hit"("key", "at");

-- CreateIndex
CREATE INDEX "rate_limit_hit_at_idx" ON "rate_limit_hit"("at");

-- CreateIndex
CREATE UNIQUE INDEX "attempt_open_key_key" ON "attempt"("open_key");

-- CreateIndex
CREATE INDEX "attempt_user_id_started_at_idx" ON "attempt"("user_id", "started_at");

-- CreateIndex
CREATE INDEX "attempt_ends_at_idx" ON "attempt"("ends_at");

-- CreateIndex
CREATE INDEX "attempt_pinned_hash_idx" ON "attempt"("pinned_hash");

-- CreateIndex
CREATE UNIQUE INDEX "revision_attempt_id_seq_key" ON "revision"("attempt_id", "seq");

-- CreateIndex
CREATE UNIQUE INDEX "attempt_event_attempt_id_kind_subject_key" ON "attempt_event"("attempt_id", "kind", "subject");

-- CreateIndex
CREATE INDEX "score_attempt_id_at_idx" ON "score"("attempt_id", "at");

-- CreateIndex
CREATE INDEX "self_assessment_attempt_id_at_idx" ON "self_assessment"("attempt_id", "at");

-- CreateIndex
CREATE INDEX "note_attempt_id_at_idx" ON "note"("attempt_id", "at");

-- AddForeignKey
ALTER TABLE "open_id_link" ADD CONSTRAINT "open_id_link_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_created_by_fkey" FOREIGN KEY ("created_by") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attempt" ADD CONSTRAINT "attempt_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attempt" ADD CONSTRAINT "attempt_pinned_hash_fkey" FOREIGN KEY ("pinned_hash") REFERENCES "pinned_drill"("hash") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "revision" ADD CONSTRAINT "revision_attempt_id_fkey" FOREIGN KEY ("attempt_id") REFERENCES "attempt"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attempt_event" ADD CONSTRAINT "attempt_event_attempt_id_fkey" FOREIGN KEY ("attempt_id") REFERENCES "attempt"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "score" ADD CONSTRAINT "score_attempt_id_fkey" FOREIGN KEY ("attempt_id") REFERENCES "attempt"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "self_assessment" ADD CONSTRAINT "self_assessment_attempt_id_fkey" FOREIGN KEY ("attempt_id") REFERENCES "attempt"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "late_draft" ADD CONSTRAINT "late_draft_attempt_id_fkey" FOREIGN KEY ("attempt_id") REFERENCES "attempt"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "note" ADD CONSTRAINT "note_attempt_id_fkey" FOREIGN KEY ("attempt_id") REFERENCES "attempt"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lesson_progress" ADD CONSTRAINT "lesson_progress_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;


