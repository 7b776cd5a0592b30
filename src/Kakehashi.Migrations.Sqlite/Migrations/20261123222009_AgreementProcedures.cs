using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kakehashi.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class AgreementProcedures : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "authoritative_language",
                table: "agreements",
                type: "TEXT",
                maxLength: 20,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "clauses",
                table: "agreements",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<string>(
                name: "contact",
                table: "agreements",
                type: "TEXT",
                maxLength: 120,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "contact_mail",
                table: "agreements",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "former",
                table: "agreements",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "is_strategic",
                table: "agreements",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "notice_months",
                table: "agreements",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "parent",
                table: "agreements",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "partner_contact",
                table: "agreements",
                type: "TEXT",
                maxLength: 120,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "partner_contact_mail",
                table: "agreements",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "past_activity",
                table: "agreements",
                type: "TEXT",
                maxLength: 20000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "places",
                table: "agreements",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<string>(
                name: "plan",
                table: "agreements",
                type: "TEXT",
                maxLength: 20000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "purposes",
                table: "agreements",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<string>(
                name: "signatory",
                table: "agreements",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "agreement_procedures",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    reference = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    agreement = table.Column<long>(type: "INTEGER", nullable: true),
                    unit = table.Column<long>(type: "INTEGER", nullable: true),
                    submitted_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    submitted_by = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true),
                    approved_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    review_opened_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    evaluated_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    evaluation = table.Column<string>(type: "TEXT", maxLength: 20000, nullable: true),
                    guideline = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    met_at_first = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    end_reason = table.Column<string>(type: "TEXT", maxLength: 20000, nullable: true),
                    approvals = table.Column<string>(type: "TEXT", nullable: false),
                    signatures = table.Column<string>(type: "TEXT", nullable: false),
                    waivers = table.Column<string>(type: "TEXT", nullable: false),
                    findings = table.Column<string>(type: "TEXT", nullable: false),
                    files = table.Column<string>(type: "TEXT", nullable: false),
                    steps = table.Column<string>(type: "TEXT", nullable: false),
                    title_en = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    title_ja = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    is_withdrawn = table.Column<bool>(type: "INTEGER", nullable: false),
                    own = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_agreement_procedures", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "agreement_reviewers",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    step = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    unit = table.Column<long>(type: "INTEGER", nullable: true),
                    account = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    deputy = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true),
                    absent_from = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    absent_until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    is_withdrawn = table.Column<bool>(type: "INTEGER", nullable: false),
                    own = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_agreement_reviewers", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_agreements_former",
                table: "agreements",
                column: "former",
                filter: "\"is_withdrawn\" = false AND \"former\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_agreements_parent",
                table: "agreements",
                column: "parent",
                filter: "\"is_withdrawn\" = false AND \"parent\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_agreement_procedures_agreement",
                table: "agreement_procedures",
                column: "agreement",
                filter: "\"is_withdrawn\" = false");

            migrationBuilder.CreateIndex(
                name: "IX_agreement_procedures_approved_on",
                table: "agreement_procedures",
                column: "approved_on",
                filter: "\"is_withdrawn\" = false");

            migrationBuilder.CreateIndex(
                name: "IX_agreement_procedures_reference",
                table: "agreement_procedures",
                column: "reference",
                filter: "\"is_withdrawn\" = false");

            migrationBuilder.CreateIndex(
                name: "IX_agreement_procedures_review_opened_on",
                table: "agreement_procedures",
                column: "review_opened_on",
                filter: "\"is_withdrawn\" = false");

            migrationBuilder.CreateIndex(
                name: "IX_agreement_procedures_submitted_on",
                table: "agreement_procedures",
                column: "submitted_on",
                filter: "\"is_withdrawn\" = false");

            migrationBuilder.CreateIndex(
                name: "IX_agreement_procedures_unit",
                table: "agreement_procedures",
                column: "unit",
                filter: "\"is_withdrawn\" = false");

            migrationBuilder.CreateIndex(
                name: "IX_agreement_procedures_withdrawn",
                table: "agreement_procedures",
                column: "id",
                filter: "\"is_withdrawn\" = true");

            migrationBuilder.CreateIndex(
                name: "IX_agreement_reviewers_absent_from",
                table: "agreement_reviewers",
                column: "absent_from",
                filter: "\"is_withdrawn\" = false");

            migrationBuilder.CreateIndex(
                name: "IX_agreement_reviewers_absent_until",
                table: "agreement_reviewers",
                column: "absent_until",
                filter: "\"is_withdrawn\" = false");

            migrationBuilder.CreateIndex(
                name: "IX_agreement_reviewers_account",
                table: "agreement_reviewers",
                column: "account",
                filter: "\"is_withdrawn\" = false");

            migrationBuilder.CreateIndex(
                name: "IX_agreement_reviewers_deputy",
                table: "agreement_reviewers",
                column: "deputy",
                filter: "\"is_withdrawn\" = false");

            migrationBuilder.CreateIndex(
                name: "IX_agreement_reviewers_step",
                table: "agreement_reviewers",
                column: "step",
                filter: "\"is_withdrawn\" = false");

            migrationBuilder.CreateIndex(
                name: "IX_agreement_reviewers_unit",
                table: "agreement_reviewers",
                column: "unit",
                filter: "\"is_withdrawn\" = false");

            migrationBuilder.CreateIndex(
                name: "IX_agreement_reviewers_withdrawn",
                table: "agreement_reviewers",
                column: "id",
                filter: "\"is_withdrawn\" = true");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "agreement_procedures");

            migrationBuilder.DropTable(
                name: "agreement_reviewers");

            migrationBuilder.DropIndex(
                name: "IX_agreements_former",
                table: "agreements");

            migrationBuilder.DropIndex(
                name: "IX_agreements_parent",
                table: "agreements");

            migrationBuilder.DropColumn(
                name: "authoritative_language",
                table: "agreements");

            migrationBuilder.DropColumn(
                name: "clauses",
                table: "agreements");

            migrationBuilder.DropColumn(
                name: "contact",
                table: "agreements");

            migrationBuilder.DropColumn(
                name: "contact_mail",
                table: "agreements");

            migrationBuilder.DropColumn(
                name: "former",
                table: "agreements");

            migrationBuilder.DropColumn(
                name: "is_strategic",
                table: "agreements");

            migrationBuilder.DropColumn(
                name: "notice_months",
                table: "agreements");

            migrationBuilder.DropColumn(
                name: "parent",
                table: "agreements");

            migrationBuilder.DropColumn(
                name: "partner_contact",
                table: "agreements");

            migrationBuilder.DropColumn(
                name: "partner_contact_mail",
                table: "agreements");

            migrationBuilder.DropColumn(
                name: "past_activity",
                table: "agreements");

            migrationBuilder.DropColumn(
                name: "places",
                table: "agreements");

            migrationBuilder.DropColumn(
                name: "plan",
                table: "agreements");

            migrationBuilder.DropColumn(
                name: "purposes",
                table: "agreements");

            migrationBuilder.DropColumn(
                name: "signatory",
                table: "agreements");
        }
    }
}
