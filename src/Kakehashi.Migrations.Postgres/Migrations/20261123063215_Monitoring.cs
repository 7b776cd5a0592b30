using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kakehashi.Migrations.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class Monitoring : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "action_evidence",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    action = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    source = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    unit = table.Column<long>(type: "bigint", nullable: true),
                    remark_en = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    remark_ja = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    title_en = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    title_ja = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false),
                    is_withdrawn = table.Column<bool>(type: "boolean", nullable: false),
                    own = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_action_evidence", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "action_milestones",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    action = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    unit = table.Column<long>(type: "bigint", nullable: true),
                    due_on = table.Column<DateOnly>(type: "date", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    done_on = table.Column<DateOnly>(type: "date", nullable: true),
                    remark_en = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    remark_ja = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    text_en = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    text_ja = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false),
                    is_withdrawn = table.Column<bool>(type: "boolean", nullable: false),
                    own = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_action_milestones", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "area_knowledge",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    reference = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    country = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    unit = table.Column<long>(type: "bigint", nullable: true),
                    person = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    tie = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    languages = table.Column<string>(type: "text", nullable: false),
                    contact = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    note = table.Column<string>(type: "character varying(20000)", maxLength: 20000, nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false),
                    is_withdrawn = table.Column<bool>(type: "boolean", nullable: false),
                    own = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_area_knowledge", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "area_plans",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    country = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    region = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    priority = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    first_year = table.Column<int>(type: "integer", nullable: false),
                    last_year = table.Column<int>(type: "integer", nullable: false),
                    unit = table.Column<long>(type: "bigint", nullable: true),
                    aims_en = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    aims_ja = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false),
                    is_withdrawn = table.Column<bool>(type: "boolean", nullable: false),
                    own = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_area_plans", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "assessment_rounds",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    period = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    opens_on = table.Column<DateOnly>(type: "date", nullable: true),
                    deadline = table.Column<DateOnly>(type: "date", nullable: true),
                    closed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    actions = table.Column<string>(type: "text", nullable: false),
                    units = table.Column<string>(type: "text", nullable: false),
                    questions = table.Column<string>(type: "text", nullable: false),
                    extensions = table.Column<string>(type: "text", nullable: false),
                    guidance_en = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    guidance_ja = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    name_en = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    name_ja = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false),
                    is_withdrawn = table.Column<bool>(type: "boolean", nullable: false),
                    own = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_assessment_rounds", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "published_indicators",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    indicator = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    edition = table.Column<int>(type: "integer", nullable: false),
                    dimensions = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    is_crossed = table.Column<bool>(type: "boolean", nullable: false),
                    periods_from = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    method = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    protection = table.Column<int>(type: "integer", nullable: false),
                    published_on = table.Column<DateOnly>(type: "date", nullable: false),
                    published_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    sha_256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    is_withdrawn = table.Column<bool>(type: "boolean", nullable: false),
                    own = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_published_indicators", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "scheduled_reports",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    content = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    page = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    language = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    rhythm = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    first_on = table.Column<DateOnly>(type: "date", nullable: false),
                    recipients = table.Column<string>(type: "character varying(20000)", maxLength: 20000, nullable: false),
                    is_paused = table.Column<bool>(type: "boolean", nullable: false),
                    name_en = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    name_ja = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false),
                    is_withdrawn = table.Column<bool>(type: "boolean", nullable: false),
                    own = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_scheduled_reports", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "self_assessments",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    round = table.Column<long>(type: "bigint", nullable: false),
                    action = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    unit = table.Column<long>(type: "bigint", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    rating = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    answers = table.Column<string>(type: "text", nullable: false),
                    evidence = table.Column<string>(type: "text", nullable: false),
                    drafted_by = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    drafted_on = table.Column<DateOnly>(type: "date", nullable: true),
                    submitted_by = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    submitted_on = table.Column<DateOnly>(type: "date", nullable: true),
                    is_late = table.Column<bool>(type: "boolean", nullable: false),
                    asked_back_by = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    asked_back_on = table.Column<DateOnly>(type: "date", nullable: true),
                    accepted_by = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    accepted_on = table.Column<DateOnly>(type: "date", nullable: true),
                    comments = table.Column<string>(type: "text", nullable: false),
                    done_en = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    done_ja = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    next_en = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    next_ja = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    planned_en = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    planned_ja = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false),
                    is_withdrawn = table.Column<bool>(type: "boolean", nullable: false),
                    own = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_self_assessments", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_action_evidence_action",
                table: "action_evidence",
                column: "action",
                filter: "\"is_withdrawn\" = false");

            migrationBuilder.CreateIndex(
                name: "IX_action_evidence_day",
                table: "action_evidence",
                columns: new[] { "day", "kind", "unit" },
                filter: "\"is_withdrawn\" = false");

            migrationBuilder.CreateIndex(
                name: "IX_action_evidence_kind",
                table: "action_evidence",
                column: "kind",
                filter: "\"is_withdrawn\" = false");

            migrationBuilder.CreateIndex(
                name: "IX_action_evidence_unit",
                table: "action_evidence",
                column: "unit",
                filter: "\"is_withdrawn\" = false");

            migrationBuilder.CreateIndex(
                name: "IX_action_evidence_withdrawn",
                table: "action_evidence",
                column: "id",
                filter: "\"is_withdrawn\" = true");

            migrationBuilder.CreateIndex(
                name: "IX_action_milestones_action",
                table: "action_milestones",
                column: "action",
                filter: "\"is_withdrawn\" = false");

            migrationBuilder.CreateIndex(
                name: "IX_action_milestones_done_on",
                table: "action_milestones",
                column: "done_on",
                filter: "\"is_withdrawn\" = false");

            migrationBuilder.CreateIndex(
                name: "IX_action_milestones_due_on",
                table: "action_milestones",
                columns: new[] { "due_on", "unit", "state" },
                filter: "\"is_withdrawn\" = false");

            migrationBuilder.CreateIndex(
                name: "IX_action_milestones_state",
                table: "action_milestones",
                column: "state",
                filter: "\"is_withdrawn\" = false");

            migrationBuilder.CreateIndex(
                name: "IX_action_milestones_unit",
                table: "action_milestones",
                column: "unit",
                filter: "\"is_withdrawn\" = false");

            migrationBuilder.CreateIndex(
                name: "IX_action_milestones_withdrawn",
                table: "action_milestones",
                column: "id",
                filter: "\"is_withdrawn\" = true");

            migrationBuilder.CreateIndex(
                name: "IX_area_knowledge_country",
                table: "area_knowledge",
                column: "country",
                filter: "\"is_withdrawn\" = false");

            migrationBuilder.CreateIndex(
                name: "IX_area_knowledge_reference",
                table: "area_knowledge",
                column: "reference",
                filter: "\"is_withdrawn\" = false");

            migrationBuilder.CreateIndex(
                name: "IX_area_knowledge_unit",
                table: "area_knowledge",
                column: "unit",
                filter: "\"is_withdrawn\" = false");

            migrationBuilder.CreateIndex(
                name: "IX_area_knowledge_withdrawn",
                table: "area_knowledge",
                column: "id",
                filter: "\"is_withdrawn\" = true");

            migrationBuilder.CreateIndex(
                name: "IX_area_plans_country",
                table: "area_plans",
                column: "country",
                filter: "\"is_withdrawn\" = false");

            migrationBuilder.CreateIndex(
                name: "IX_area_plans_first_year",
                table: "area_plans",
                column: "first_year",
                filter: "\"is_withdrawn\" = false");

            migrationBuilder.CreateIndex(
                name: "IX_area_plans_last_year",
                table: "area_plans",
                column: "last_year",
                filter: "\"is_withdrawn\" = false");

            migrationBuilder.CreateIndex(
                name: "IX_area_plans_priority",
                table: "area_plans",
                column: "priority",
                filter: "\"is_withdrawn\" = false");

            migrationBuilder.CreateIndex(
                name: "IX_area_plans_region",
                table: "area_plans",
                column: "region",
                filter: "\"is_withdrawn\" = false");

            migrationBuilder.CreateIndex(
                name: "IX_area_plans_unit",
                table: "area_plans",
                column: "unit",
                filter: "\"is_withdrawn\" = false");

            migrationBuilder.CreateIndex(
                name: "IX_area_plans_withdrawn",
                table: "area_plans",
                column: "id",
                filter: "\"is_withdrawn\" = true");

            migrationBuilder.CreateIndex(
                name: "IX_assessment_rounds_closed_on",
                table: "assessment_rounds",
                column: "closed_on",
                filter: "\"is_withdrawn\" = false");

            migrationBuilder.CreateIndex(
                name: "IX_assessment_rounds_deadline",
                table: "assessment_rounds",
                column: "deadline",
                filter: "\"is_withdrawn\" = false");

            migrationBuilder.CreateIndex(
                name: "IX_assessment_rounds_opens_on",
                table: "assessment_rounds",
                column: "opens_on",
                filter: "\"is_withdrawn\" = false");

            migrationBuilder.CreateIndex(
                name: "IX_assessment_rounds_period",
                table: "assessment_rounds",
                column: "period",
                filter: "\"is_withdrawn\" = false");

            migrationBuilder.CreateIndex(
                name: "IX_assessment_rounds_state",
                table: "assessment_rounds",
                column: "state",
                filter: "\"is_withdrawn\" = false");

            migrationBuilder.CreateIndex(
                name: "IX_assessment_rounds_withdrawn",
                table: "assessment_rounds",
                column: "id",
                filter: "\"is_withdrawn\" = true");

            migrationBuilder.CreateIndex(
                name: "IX_published_indicators_dimensions",
                table: "published_indicators",
                column: "dimensions",
                filter: "\"is_withdrawn\" = false");

            migrationBuilder.CreateIndex(
                name: "IX_published_indicators_edition",
                table: "published_indicators",
                column: "edition",
                filter: "\"is_withdrawn\" = false");

            migrationBuilder.CreateIndex(
                name: "IX_published_indicators_indicator",
                table: "published_indicators",
                column: "indicator",
                filter: "\"is_withdrawn\" = false");

            migrationBuilder.CreateIndex(
                name: "IX_published_indicators_method",
                table: "published_indicators",
                column: "method",
                filter: "\"is_withdrawn\" = false");

            migrationBuilder.CreateIndex(
                name: "IX_published_indicators_published_on",
                table: "published_indicators",
                columns: new[] { "published_on", "method" },
                filter: "\"is_withdrawn\" = false");

            migrationBuilder.CreateIndex(
                name: "IX_published_indicators_withdrawn",
                table: "published_indicators",
                column: "id",
                filter: "\"is_withdrawn\" = true");

            migrationBuilder.CreateIndex(
                name: "IX_scheduled_reports_content",
                table: "scheduled_reports",
                column: "content",
                filter: "\"is_withdrawn\" = false");

            migrationBuilder.CreateIndex(
                name: "IX_scheduled_reports_first_on",
                table: "scheduled_reports",
                columns: new[] { "first_on", "content", "language", "rhythm", "is_paused" },
                filter: "\"is_withdrawn\" = false");

            migrationBuilder.CreateIndex(
                name: "IX_scheduled_reports_is_paused",
                table: "scheduled_reports",
                column: "is_paused",
                filter: "\"is_withdrawn\" = false");

            migrationBuilder.CreateIndex(
                name: "IX_scheduled_reports_language",
                table: "scheduled_reports",
                column: "language",
                filter: "\"is_withdrawn\" = false");

            migrationBuilder.CreateIndex(
                name: "IX_scheduled_reports_rhythm",
                table: "scheduled_reports",
                column: "rhythm",
                filter: "\"is_withdrawn\" = false");

            migrationBuilder.CreateIndex(
                name: "IX_scheduled_reports_withdrawn",
                table: "scheduled_reports",
                column: "id",
                filter: "\"is_withdrawn\" = true");

            migrationBuilder.CreateIndex(
                name: "IX_self_assessments_action",
                table: "self_assessments",
                column: "action",
                filter: "\"is_withdrawn\" = false");

            migrationBuilder.CreateIndex(
                name: "IX_self_assessments_is_late",
                table: "self_assessments",
                column: "is_late",
                filter: "\"is_withdrawn\" = false");

            migrationBuilder.CreateIndex(
                name: "IX_self_assessments_rating",
                table: "self_assessments",
                column: "rating",
                filter: "\"is_withdrawn\" = false");

            migrationBuilder.CreateIndex(
                name: "IX_self_assessments_round",
                table: "self_assessments",
                column: "round",
                filter: "\"is_withdrawn\" = false");

            migrationBuilder.CreateIndex(
                name: "IX_self_assessments_state",
                table: "self_assessments",
                column: "state",
                filter: "\"is_withdrawn\" = false");

            migrationBuilder.CreateIndex(
                name: "IX_self_assessments_submitted_on",
                table: "self_assessments",
                column: "submitted_on",
                filter: "\"is_withdrawn\" = false");

            migrationBuilder.CreateIndex(
                name: "IX_self_assessments_unit",
                table: "self_assessments",
                column: "unit",
                filter: "\"is_withdrawn\" = false");

            migrationBuilder.CreateIndex(
                name: "IX_self_assessments_withdrawn",
                table: "self_assessments",
                column: "id",
                filter: "\"is_withdrawn\" = true");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "action_evidence");

            migrationBuilder.DropTable(
                name: "action_milestones");

            migrationBuilder.DropTable(
                name: "area_knowledge");

            migrationBuilder.DropTable(
                name: "area_plans");

            migrationBuilder.DropTable(
                name: "assessment_rounds");

            migrationBuilder.DropTable(
                name: "published_indicators");

            migrationBuilder.DropTable(
                name: "scheduled_reports");

            migrationBuilder.DropTable(
                name: "self_assessments");
        }
    }
}
