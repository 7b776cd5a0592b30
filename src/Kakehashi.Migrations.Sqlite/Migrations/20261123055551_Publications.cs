using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kakehashi.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Publications : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "published_indicators",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    indicator = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    edition = table.Column<int>(type: "INTEGER", nullable: false),
                    dimensions = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    is_crossed = table.Column<bool>(type: "INTEGER", nullable: false),
                    periods_from = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    method = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    protection = table.Column<int>(type: "INTEGER", nullable: false),
                    published_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    published_by = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    sha_256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    is_withdrawn = table.Column<bool>(type: "INTEGER", nullable: false),
                    own = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_published_indicators", x => x.id);
                });

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
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "published_indicators");
        }
    }
}
