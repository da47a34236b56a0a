-- CreateTable
CREATE TABLE "card_state" (
    "user_id" TEXT NOT NULL,
    "card_key" TEXT NOT NULL,
    "due" TIMESTAMP(3) NOT NULL,
    "state" TEXT NOT NULL,
    "updated_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "card_state_pkey" PRIMARY KEY ("user_id","card_key")
);

-- CreateTable
CREATE TABLE "card_review" (
    "id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "card_key" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "rating" INTEGER NOT NULL,
    "before" TEXT,
    "undone_at" TIMESTAMP(3),

    CONSTRAINT "card_review_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "own_card" (
    "id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "ask" TEXT NOT NULL,
    "answer" TEXT NOT NULL,
    "number" TEXT,
    "unit" TEXT,
    "why" TEXT NOT NULL,
    "origin" TEXT NOT NULL,
    "created_at" TIMESTAMP(3) NOT NULL,
    "removed_at" TIMESTAMP(3),

    CONSTRAINT "own_card_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "check_answer" (
    "id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "lesson" TEXT NOT NULL,
    "check" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "right" BOOLEAN NOT NULL,

    CONSTRAINT "check_answer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "plan_change" (
    "user_id" TEXT NOT NULL,
    "item_key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "day" TEXT,
    "updated_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "plan_change_pkey" PRIMARY KEY ("user_id","item_key")
);

-- CreateTable
CREATE TABLE "checklist_tick" (
    "user_id" TEXT NOT NULL,
    "item_key" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "checklist_tick_pkey" PRIMARY KEY ("user_id","item_key")
);

-- CreateTable
CREATE TABLE "calendar_feed" (
    "user_id" TEXT NOT NULL,
    "token_hash" TEXT NOT NULL,
    "created_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "calendar_feed_pkey" PRIMARY KEY ("user_id")
);

-- CreateIndex
CREATE INDEX "card_state_user_id_due_idx" ON "card_state"("user_id", "due");

-- CreateIndex
CREATE INDEX "card_review_user_id_at_idx" ON "card_review"("user_id", "at");

-- CreateIndex
CREATE UNIQUE INDEX "own_card_user_id_origin_ask_key" ON "own_card"("user_id", "origin", "ask");

-- CreateIndex
CREATE INDEX "check_answer_user_id_lesson_idx" ON "check_answer"("user_id", "lesson");

-- CreateIndex
CREATE UNIQUE INDEX "calendar_feed_token_hash_key" ON "calendar_feed"("token_hash");

-- AddForeignKey
ALTER TABLE "card_state" ADD CONSTRAINT "card_state_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "card_review" ADD CONSTRAINT "card_review_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "own_card" ADD CONSTRAINT "own_card_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "check_answer" ADD CONSTRAINT "check_answer_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_change" ADD CONSTRAINT "plan_change_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "checklist_tick" ADD CONSTRAINT "checklist_tick_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "calendar_feed" ADD CONSTRAINT "calendar_feed_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;
