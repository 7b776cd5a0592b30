using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kakehashi.Migrations.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class ExportReviews : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "export_licences",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    licence = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    authority = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    issued_on = table.Column<DateOnly>(type: "date", nullable: false),
                    expires_on = table.Column<DateOnly>(type: "date", nullable: true),
                    scope = table.Column<string>(type: "character varying(20000)", maxLength: 20000, nullable: true),
                    conditions = table.Column<string>(type: "character varying(20000)", maxLength: 20000, nullable: true),
                    is_finished = table.Column<bool>(type: "boolean", nullable: false),
                    uses = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    is_withdrawn = table.Column<bool>(type: "boolean", nullable: false),
                    own = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_export_licences", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "export_reviews",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    reference = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    title = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    subject = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    unit = table.Column<long>(type: "bigint", nullable: true),
                    applicant = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    applied_on = table.Column<DateOnly>(type: "date", nullable: false),
                    needed_by = table.Column<DateOnly>(type: "date", nullable: true),
                    former = table.Column<long>(type: "bigint", nullable: true),
                    counterparty = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    counterparty_country = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    end_user = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    end_user_country = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    use = table.Column<string>(type: "character varying(20000)", maxLength: 20000, nullable: true),
                    person = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    nationality = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    affiliation = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    residence = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    residence_basis = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    under_contract = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    contract_note = table.Column<string>(type: "character varying(20000)", maxLength: 20000, nullable: true),
                    benefits = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    benefit_note = table.Column<string>(type: "character varying(20000)", maxLength: 20000, nullable: true),
                    instructed = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    instruction_note = table.Column<string>(type: "character varying(20000)", maxLength: 20000, nullable: true),
                    pledged_on = table.Column<DateOnly>(type: "date", nullable: true),
                    items = table.Column<string>(type: "text", nullable: false),
                    is_informed = table.Column<bool>(type: "boolean", nullable: false),
                    weapons_use = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    conventional_use = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    user_develops = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    user_is_listed = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    user_entry = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    listed_for_biological = table.Column<bool>(type: "boolean", nullable: false),
                    listed_for_chemical = table.Column<bool>(type: "boolean", nullable: false),
                    listed_for_missiles = table.Column<bool>(type: "boolean", nullable: false),
                    listed_for_nuclear = table.Column<bool>(type: "boolean", nullable: false),
                    listed_for_conventional = table.Column<bool>(type: "boolean", nullable: false),
                    may_serve = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    serves_biological = table.Column<bool>(type: "boolean", nullable: false),
                    serves_chemical = table.Column<bool>(type: "boolean", nullable: false),
                    serves_missiles = table.Column<bool>(type: "boolean", nullable: false),
                    serves_nuclear = table.Column<bool>(type: "boolean", nullable: false),
                    serves_conventional = table.Column<bool>(type: "boolean", nullable: false),
                    clear_reason = table.Column<string>(type: "character varying(20000)", maxLength: 20000, nullable: true),
                    answers = table.Column<string>(type: "text", nullable: false),
                    evidence = table.Column<string>(type: "text", nullable: false),
                    steps = table.Column<string>(type: "text", nullable: false),
                    submitted_by = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    submitted_on = table.Column<DateOnly>(type: "date", nullable: true),
                    checked_by = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    checked_on = table.Column<DateOnly>(type: "date", nullable: true),
                    outcome = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    decision_reason = table.Column<string>(type: "character varying(20000)", maxLength: 20000, nullable: true),
                    conditions = table.Column<string>(type: "character varying(20000)", maxLength: 20000, nullable: true),
                    decided_by = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    decided_on = table.Column<DateOnly>(type: "date", nullable: true),
                    findings = table.Column<string>(type: "text", nullable: false),
                    provided_on = table.Column<DateOnly>(type: "date", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false),
                    is_withdrawn = table.Column<bool>(type: "boolean", nullable: false),
                    own = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_export_reviews", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_export_licences_expires_on",
                table: "export_licences",
                column: "expires_on",
                filter: "\"is_withdrawn\" = false");

            migrationBuilder.CreateIndex(
                name: "IX_export_licences_is_finished",
                table: "export_licences",
                column: "is_finished",
                filter: "\"is_withdrawn\" = false");

            migrationBuilder.CreateIndex(
                name: "IX_export_licences_issued_on",
                table: "export_licences",
                columns: new[] { "issued_on", "kind", "is_finished" },
                filter: "\"is_withdrawn\" = false");

            migrationBuilder.CreateIndex(
                name: "IX_export_licences_kind",
                table: "export_licences",
                column: "kind",
                filter: "\"is_withdrawn\" = false");

            migrationBuilder.CreateIndex(
                name: "IX_export_licences_licence",
                table: "export_licences",
                column: "licence",
                filter: "\"is_withdrawn\" = false");

            migrationBuilder.CreateIndex(
                name: "IX_export_licences_withdrawn",
                table: "export_licences",
                column: "id",
                filter: "\"is_withdrawn\" = true");

            migrationBuilder.CreateIndex(
                name: "IX_export_reviews_counterparty_country",
                table: "export_reviews",
                column: "counterparty_country",
                filter: "\"is_withdrawn\" = false");

            migrationBuilder.CreateIndex(
                name: "IX_export_reviews_decided_on",
                table: "export_reviews",
                column: "decided_on",
                filter: "\"is_withdrawn\" = false");

            migrationBuilder.CreateIndex(
                name: "IX_export_reviews_former",
                table: "export_reviews",
                column: "former",
                filter: "\"is_withdrawn\" = false AND \"former\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_export_reviews_needed_by",
                table: "export_reviews",
                column: "needed_by",
                filter: "\"is_withdrawn\" = false");

            migrationBuilder.CreateIndex(
                name: "IX_export_reviews_outcome",
                table: "export_reviews",
                column: "outcome",
                filter: "\"is_withdrawn\" = false");

            migrationBuilder.CreateIndex(
                name: "IX_export_reviews_reference",
                table: "export_reviews",
                column: "reference",
                filter: "\"is_withdrawn\" = false");

            migrationBuilder.CreateIndex(
                name: "IX_export_reviews_state",
                table: "export_reviews",
                column: "state",
                filter: "\"is_withdrawn\" = false");

            migrationBuilder.CreateIndex(
                name: "IX_export_reviews_subject",
                table: "export_reviews",
                column: "subject",
                filter: "\"is_withdrawn\" = false");

            migrationBuilder.CreateIndex(
                name: "IX_export_reviews_title",
                table: "export_reviews",
                column: "title",
                filter: "\"is_withdrawn\" = false");

            migrationBuilder.CreateIndex(
                name: "IX_export_reviews_unit",
                table: "export_reviews",
                column: "unit",
                filter: "\"is_withdrawn\" = false");

            migrationBuilder.CreateIndex(
                name: "IX_export_reviews_withdrawn",
                table: "export_reviews",
                column: "id",
                filter: "\"is_withdrawn\" = true");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "export_licences");

            migrationBuilder.DropTable(
                name: "export_reviews");
        }
    }
}
