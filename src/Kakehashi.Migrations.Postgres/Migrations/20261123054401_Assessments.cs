using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kakehashi.Migrations.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class Assessments : Migration
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
                name: "assessment_rounds");

            migrationBuilder.DropTable(
                name: "self_assessments");
        }
    }
}
