using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kakehashi.Migrations.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class PartnershipsAndInterchange : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "degrees",
                table: "agreements",
                type: "character varying(400)",
                maxLength: 400,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ewp_id",
                table: "agreements",
                type: "character varying(64)",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "partner_ewp_id",
                table: "agreements",
                type: "character varying(64)",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "partner_reference",
                table: "agreements",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "partner_unit",
                table: "agreements",
                type: "character varying(64)",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "selection",
                table: "agreements",
                type: "character varying(400)",
                maxLength: 400,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "sheet",
                table: "agreement_procedures",
                type: "character varying(64)",
                maxLength: 64,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "overseas_bases",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    reference = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    country = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    city = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    unit = table.Column<long>(type: "bigint", nullable: true),
                    host = table.Column<long>(type: "bigint", nullable: true),
                    opened_on = table.Column<DateOnly>(type: "date", nullable: true),
                    closed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    purposes = table.Column<string>(type: "text", nullable: false),
                    staff_sent = table.Column<int>(type: "integer", nullable: true),
                    staff_local = table.Column<int>(type: "integer", nullable: true),
                    activities = table.Column<string>(type: "character varying(20000)", maxLength: 20000, nullable: true),
                    website = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    name_en = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    name_ja = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false),
                    is_withdrawn = table.Column<bool>(type: "boolean", nullable: false),
                    own = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_overseas_bases", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "partner_tier_decisions",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    partner = table.Column<long>(type: "bigint", nullable: false),
                    sequence = table.Column<int>(type: "integer", nullable: false),
                    country = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    tier = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    rule_tier = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    reason = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    decided_by = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    decided_on = table.Column<DateOnly>(type: "date", nullable: false),
                    review_on = table.Column<DateOnly>(type: "date", nullable: false),
                    ended_on = table.Column<DateOnly>(type: "date", nullable: true),
                    end_reason = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false),
                    is_withdrawn = table.Column<bool>(type: "boolean", nullable: false),
                    own = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_partner_tier_decisions", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "partnership_reviews",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    partner = table.Column<long>(type: "bigint", nullable: false),
                    year = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    country = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    held_on = table.Column<DateOnly>(type: "date", nullable: false),
                    score_year = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    score = table.Column<long>(type: "bigint", nullable: true),
                    percentile = table.Column<long>(type: "bigint", nullable: true),
                    parts = table.Column<string>(type: "text", nullable: false),
                    rule_tier = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    tier = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    is_decided = table.Column<bool>(type: "boolean", nullable: false),
                    participants = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    minutes = table.Column<string>(type: "character varying(20000)", maxLength: 20000, nullable: false),
                    decision = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    new_tier = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    next_steps = table.Column<string>(type: "text", nullable: false),
                    recorded_by = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    recorded_on = table.Column<DateOnly>(type: "date", nullable: false),
                    corrections = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    is_withdrawn = table.Column<bool>(type: "boolean", nullable: false),
                    own = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_partnership_reviews", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_overseas_bases_city",
                table: "overseas_bases",
                column: "city",
                filter: "\"is_withdrawn\" = false");

            migrationBuilder.CreateIndex(
                name: "IX_overseas_bases_closed_on",
                table: "overseas_bases",
                column: "closed_on",
                filter: "\"is_withdrawn\" = false");

            migrationBuilder.CreateIndex(
                name: "IX_overseas_bases_country",
                table: "overseas_bases",
                column: "country",
                filter: "\"is_withdrawn\" = false");

            migrationBuilder.CreateIndex(
                name: "IX_overseas_bases_host",
                table: "overseas_bases",
                column: "host",
                filter: "\"is_withdrawn\" = false AND \"host\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_overseas_bases_opened_on",
                table: "overseas_bases",
                column: "opened_on",
                filter: "\"is_withdrawn\" = false");

            migrationBuilder.CreateIndex(
                name: "IX_overseas_bases_reference",
                table: "overseas_bases",
                column: "reference",
                filter: "\"is_withdrawn\" = false");

            migrationBuilder.CreateIndex(
                name: "IX_overseas_bases_unit",
                table: "overseas_bases",
                column: "unit",
                filter: "\"is_withdrawn\" = false");

            migrationBuilder.CreateIndex(
                name: "IX_overseas_bases_withdrawn",
                table: "overseas_bases",
                column: "id",
                filter: "\"is_withdrawn\" = true");

            migrationBuilder.CreateIndex(
                name: "IX_partner_tier_decisions_decided_by",
                table: "partner_tier_decisions",
                column: "decided_by",
                filter: "\"is_withdrawn\" = false");

            migrationBuilder.CreateIndex(
                name: "IX_partner_tier_decisions_decided_on",
                table: "partner_tier_decisions",
                columns: new[] { "decided_on", "partner", "tier", "rule_tier" },
                filter: "\"is_withdrawn\" = false");

            migrationBuilder.CreateIndex(
                name: "IX_partner_tier_decisions_ended_on",
                table: "partner_tier_decisions",
                column: "ended_on",
                filter: "\"is_withdrawn\" = false");

            migrationBuilder.CreateIndex(
                name: "IX_partner_tier_decisions_partner",
                table: "partner_tier_decisions",
                column: "partner",
                filter: "\"is_withdrawn\" = false");

            migrationBuilder.CreateIndex(
                name: "IX_partner_tier_decisions_review_on",
                table: "partner_tier_decisions",
                column: "review_on",
                filter: "\"is_withdrawn\" = false");

            migrationBuilder.CreateIndex(
                name: "IX_partner_tier_decisions_rule_tier",
                table: "partner_tier_decisions",
                column: "rule_tier",
                filter: "\"is_withdrawn\" = false");

            migrationBuilder.CreateIndex(
                name: "IX_partner_tier_decisions_tier",
                table: "partner_tier_decisions",
                column: "tier",
                filter: "\"is_withdrawn\" = false");

            migrationBuilder.CreateIndex(
                name: "IX_partner_tier_decisions_withdrawn",
                table: "partner_tier_decisions",
                column: "id",
                filter: "\"is_withdrawn\" = true");

            migrationBuilder.CreateIndex(
                name: "IX_partnership_reviews_decision",
                table: "partnership_reviews",
                column: "decision",
                filter: "\"is_withdrawn\" = false");

            migrationBuilder.CreateIndex(
                name: "IX_partnership_reviews_held_on",
                table: "partnership_reviews",
                columns: new[] { "held_on", "partner", "decision", "tier" },
                filter: "\"is_withdrawn\" = false");

            migrationBuilder.CreateIndex(
                name: "IX_partnership_reviews_partner",
                table: "partnership_reviews",
                column: "partner",
                filter: "\"is_withdrawn\" = false");

            migrationBuilder.CreateIndex(
                name: "IX_partnership_reviews_score",
                table: "partnership_reviews",
                column: "score",
                filter: "\"is_withdrawn\" = false");

            migrationBuilder.CreateIndex(
                name: "IX_partnership_reviews_tier",
                table: "partnership_reviews",
                column: "tier",
                filter: "\"is_withdrawn\" = false");

            migrationBuilder.CreateIndex(
                name: "IX_partnership_reviews_withdrawn",
                table: "partnership_reviews",
                column: "id",
                filter: "\"is_withdrawn\" = true");

            migrationBuilder.CreateIndex(
                name: "IX_partnership_reviews_year",
                table: "partnership_reviews",
                column: "year",
                filter: "\"is_withdrawn\" = false");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "overseas_bases");

            migrationBuilder.DropTable(
                name: "partner_tier_decisions");

            migrationBuilder.DropTable(
                name: "partnership_reviews");

            migrationBuilder.DropColumn(
                name: "degrees",
                table: "agreements");

            migrationBuilder.DropColumn(
                name: "ewp_id",
                table: "agreements");

            migrationBuilder.DropColumn(
                name: "partner_ewp_id",
                table: "agreements");

            migrationBuilder.DropColumn(
                name: "partner_reference",
                table: "agreements");

            migrationBuilder.DropColumn(
                name: "partner_unit",
                table: "agreements");

            migrationBuilder.DropColumn(
                name: "selection",
                table: "agreements");

            migrationBuilder.DropColumn(
                name: "sheet",
                table: "agreement_procedures");
        }
    }
}
