using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kakehashi.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Targets : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "indicator_notes",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    indicator = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    text_en = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    text_ja = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    is_withdrawn = table.Column<bool>(type: "INTEGER", nullable: false),
                    own = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_indicator_notes", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "manual_figures",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    indicator = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    unit = table.Column<long>(type: "INTEGER", nullable: true),
                    period = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    numerator = table.Column<long>(type: "INTEGER", nullable: false),
                    denominator = table.Column<long>(type: "INTEGER", nullable: true),
                    as_of = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    document = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    note = table.Column<string>(type: "TEXT", maxLength: 20000, nullable: true),
                    evidence_en = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    evidence_ja = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    is_withdrawn = table.Column<bool>(type: "INTEGER", nullable: false),
                    own = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_manual_figures", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "reference_values",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    indicator = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    period = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    value = table.Column<long>(type: "INTEGER", nullable: false),
                    source = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    document = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    name_en = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    name_ja = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    is_withdrawn = table.Column<bool>(type: "INTEGER", nullable: false),
                    own = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reference_values", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "targets",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    indicator = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    unit = table.Column<long>(type: "INTEGER", nullable: true),
                    baseline_period = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    baseline_value = table.Column<long>(type: "INTEGER", nullable: false),
                    target_period = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    target_value = table.Column<long>(type: "INTEGER", nullable: false),
                    path = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    milestones = table.Column<string>(type: "TEXT", nullable: false),
                    reason_en = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    reason_ja = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    is_withdrawn = table.Column<bool>(type: "INTEGER", nullable: false),
                    own = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_targets", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_indicator_notes_day",
                table: "indicator_notes",
                column: "day",
                filter: "\"is_withdrawn\" = false");

            migrationBuilder.CreateIndex(
                name: "IX_indicator_notes_indicator",
                table: "indicator_notes",
                column: "indicator",
                filter: "\"is_withdrawn\" = false");

            migrationBuilder.CreateIndex(
                name: "IX_indicator_notes_withdrawn",
                table: "indicator_notes",
                column: "id",
                filter: "\"is_withdrawn\" = true");

            migrationBuilder.CreateIndex(
                name: "IX_manual_figures_as_of",
                table: "manual_figures",
                column: "as_of",
                filter: "\"is_withdrawn\" = false");

            migrationBuilder.CreateIndex(
                name: "IX_manual_figures_denominator",
                table: "manual_figures",
                column: "denominator",
                filter: "\"is_withdrawn\" = false");

            migrationBuilder.CreateIndex(
                name: "IX_manual_figures_indicator",
                table: "manual_figures",
                column: "indicator",
                filter: "\"is_withdrawn\" = false");

            migrationBuilder.CreateIndex(
                name: "IX_manual_figures_numerator",
                table: "manual_figures",
                column: "numerator",
                filter: "\"is_withdrawn\" = false");

            migrationBuilder.CreateIndex(
                name: "IX_manual_figures_period",
                table: "manual_figures",
                column: "period",
                filter: "\"is_withdrawn\" = false");

            migrationBuilder.CreateIndex(
                name: "IX_manual_figures_unit",
                table: "manual_figures",
                column: "unit",
                filter: "\"is_withdrawn\" = false");

            migrationBuilder.CreateIndex(
                name: "IX_manual_figures_withdrawn",
                table: "manual_figures",
                column: "id",
                filter: "\"is_withdrawn\" = true");

            migrationBuilder.CreateIndex(
                name: "IX_reference_values_indicator",
                table: "reference_values",
                column: "indicator",
                filter: "\"is_withdrawn\" = false");

            migrationBuilder.CreateIndex(
                name: "IX_reference_values_kind",
                table: "reference_values",
                column: "kind",
                filter: "\"is_withdrawn\" = false");

            migrationBuilder.CreateIndex(
                name: "IX_reference_values_period",
                table: "reference_values",
                column: "period",
                filter: "\"is_withdrawn\" = false");

            migrationBuilder.CreateIndex(
                name: "IX_reference_values_value",
                table: "reference_values",
                column: "value",
                filter: "\"is_withdrawn\" = false");

            migrationBuilder.CreateIndex(
                name: "IX_reference_values_withdrawn",
                table: "reference_values",
                column: "id",
                filter: "\"is_withdrawn\" = true");

            migrationBuilder.CreateIndex(
                name: "IX_targets_baseline_period",
                table: "targets",
                column: "baseline_period",
                filter: "\"is_withdrawn\" = false");

            migrationBuilder.CreateIndex(
                name: "IX_targets_baseline_value",
                table: "targets",
                column: "baseline_value",
                filter: "\"is_withdrawn\" = false");

            migrationBuilder.CreateIndex(
                name: "IX_targets_indicator",
                table: "targets",
                column: "indicator",
                filter: "\"is_withdrawn\" = false");

            migrationBuilder.CreateIndex(
                name: "IX_targets_path",
                table: "targets",
                column: "path",
                filter: "\"is_withdrawn\" = false");

            migrationBuilder.CreateIndex(
                name: "IX_targets_target_period",
                table: "targets",
                column: "target_period",
                filter: "\"is_withdrawn\" = false");

            migrationBuilder.CreateIndex(
                name: "IX_targets_target_value",
                table: "targets",
                column: "target_value",
                filter: "\"is_withdrawn\" = false");

            migrationBuilder.CreateIndex(
                name: "IX_targets_unit",
                table: "targets",
                column: "unit",
                filter: "\"is_withdrawn\" = false");

            migrationBuilder.CreateIndex(
                name: "IX_targets_withdrawn",
                table: "targets",
                column: "id",
                filter: "\"is_withdrawn\" = true");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "indicator_notes");

            migrationBuilder.DropTable(
                name: "manual_figures");

            migrationBuilder.DropTable(
                name: "reference_values");

            migrationBuilder.DropTable(
                name: "targets");
        }
    }
}
